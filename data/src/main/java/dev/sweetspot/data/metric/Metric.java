package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;

/**
 * One number that says how good predictions are; found by its class in {@code META-INF/services}. Add a metric by adding
 * a class.
 */
public sealed interface Metric permits ClassificationMetric, RegressionMetric, ReconstructionMetric, FrechetDistance {
    /** As it is called on the command line and in objectives: "balanced_accuracy". */
    String name();

    /** What it is, in one sentence. */
    String help();

    /** Which way is better. */
    Direction direction();

    /** For which tasks it is. */
    Task.Kind kind();

    /**
     * Its value, never NaN.
     *
     * @throws dev.sweetspot.form.InvalidInputException if the report is of another kind of task
     */
    double of(Report report);
}

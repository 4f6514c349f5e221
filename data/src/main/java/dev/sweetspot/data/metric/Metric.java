package dev.sweetspot.data.metric;

import dev.sweetspot.trial.Direction;

/**
 * One number that says how good predictions are; found by its class in {@code META-INF/services}. Add a metric by adding
 * a class.
 */
public interface Metric {
    /** As it is called on the command line and in objectives: "balanced_accuracy". */
    String name();

    /** What it is, in one sentence. */
    String help();

    /** Which way is better. */
    default Direction direction() {
        return Direction.MAXIMIZE;
    }

    /** Its value, never NaN. */
    double of(ClassificationReport report);
}

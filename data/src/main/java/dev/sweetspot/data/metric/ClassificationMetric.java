package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;

/** One number that says how good predicted classes are. */
public non-sealed interface ClassificationMetric extends Metric {
    @Override
    default Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    default Task.Kind kind() {
        return Task.Kind.CLASSIFICATION;
    }

    @Override
    default double of(Report report) {
        if (report instanceof ClassificationReport fitting) {
            return value(fitting);
        }
        throw Metrics.unfitting(this, report.kind());
    }

    /** Its value, never NaN. */
    double value(ClassificationReport report);
}

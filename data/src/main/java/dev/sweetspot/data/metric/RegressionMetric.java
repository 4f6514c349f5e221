package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;

/** One number that says how good predicted numbers are. */
public non-sealed interface RegressionMetric extends Metric {
    @Override
    default Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    default Task.Kind kind() {
        return Task.Kind.REGRESSION;
    }

    @Override
    default double of(Report report) {
        if (report instanceof RegressionReport fitting) {
            return value(fitting);
        }
        throw Metrics.unfitting(this, report.kind());
    }

    /** Its value, never NaN. */
    double value(RegressionReport report);
}

package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;

/** One number that says how well items are made again from the little that a network keeps of them. */
public non-sealed interface ReconstructionMetric extends Metric {
    @Override
    default Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    default Task.Kind kind() {
        return Task.Kind.RECONSTRUCTION;
    }

    @Override
    default double of(Report report) {
        if (report instanceof ReconstructionReport fitting) {
            return value(fitting);
        }
        throw Metrics.unfitting(this, report.kind());
    }

    /** Its value, never NaN. */
    double value(ReconstructionReport report);
}

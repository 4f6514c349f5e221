package dev.sweetspot.data.metric;

import dev.sweetspot.trial.Direction;

/** The share of the variance that reconstructions keep. */
public final class ReconstructionR2 implements ReconstructionMetric {
    @Override
    public String name() {
        return "reconstruction_r2";
    }

    @Override
    public String help() {
        return "The share of what differs between items that their reconstructions keep: 1 is "
                + "perfect, 0 no better than always saying the mean.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double value(ReconstructionReport report) {
        return report.r2().value();
    }
}

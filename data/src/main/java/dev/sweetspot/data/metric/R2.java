package dev.sweetspot.data.metric;

import dev.sweetspot.trial.Direction;

/** The share of the target's variance that is explained: 1 is perfect, 0 no better than its mean. */
public final class R2 implements RegressionMetric {
    @Override
    public String name() {
        return "r2";
    }

    @Override
    public String help() {
        return "The share of the target's variance that is explained: 1 is perfect, 0 no better than its mean.";
    }

    @Override
    public Direction direction() {
        return Direction.MAXIMIZE;
    }

    @Override
    public double value(RegressionReport report) {
        return report.r2();
    }
}

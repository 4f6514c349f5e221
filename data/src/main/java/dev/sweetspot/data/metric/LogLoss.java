package dev.sweetspot.data.metric;

import dev.sweetspot.trial.Direction;

/** The mean of -ln of the probability given to the true class, at least 1e-7. */
public final class LogLoss implements ClassificationMetric {
    @Override
    public String name() {
        return "log_loss";
    }

    @Override
    public String help() {
        return "The mean of -ln of the probability given to the true class, at least 1e-7.";
    }

    @Override
    public Direction direction() {
        return Direction.MINIMIZE;
    }

    @Override
    public double value(ClassificationReport report) {
        return report.logLoss();
    }
}

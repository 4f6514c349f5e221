package dev.sweetspot.data.metric;

/** The mean absolute error, in the unit of the target. */
public final class Mae implements RegressionMetric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public String help() {
        return "The mean absolute error, in the unit of the target.";
    }

    @Override
    public double value(RegressionReport report) {
        return report.mae();
    }
}

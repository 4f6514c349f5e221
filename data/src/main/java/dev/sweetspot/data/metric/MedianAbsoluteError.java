package dev.sweetspot.data.metric;

/** Half of the items are nearer than that, in the unit of the target: a few large errors do not count. */
public final class MedianAbsoluteError implements RegressionMetric {
    @Override
    public String name() {
        return "median_absolute_error";
    }

    @Override
    public String help() {
        return "Half of the items are nearer than that, in the unit of the target: a few large errors do not count.";
    }

    @Override
    public double value(RegressionReport report) {
        return report.medianAbsoluteError();
    }
}

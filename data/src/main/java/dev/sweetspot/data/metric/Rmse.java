package dev.sweetspot.data.metric;

/** The root of the mean squared error, in the unit of the target: large errors weigh most. */
public final class Rmse implements RegressionMetric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public String help() {
        return "The root of the mean squared error, in the unit of the target: large errors weigh most.";
    }

    @Override
    public double value(RegressionReport report) {
        return report.rmse();
    }
}

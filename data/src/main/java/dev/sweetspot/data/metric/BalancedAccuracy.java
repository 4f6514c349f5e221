package dev.sweetspot.data.metric;

/** The mean of the recalls of the classes: each class counts the same. */
public final class BalancedAccuracy implements ClassificationMetric {
    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public String help() {
        return "The mean of the recalls of the classes: each class counts the same.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.balancedAccuracy();
    }
}

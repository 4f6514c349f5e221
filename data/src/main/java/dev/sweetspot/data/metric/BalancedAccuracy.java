package dev.sweetspot.data.metric;

/** The mean of the recalls of the classes: each class counts the same. */
public final class BalancedAccuracy implements Metric {
    @Override
    public String name() {
        return "balanced_accuracy";
    }

    @Override
    public String help() {
        return "The mean of the recalls of the classes: each class counts the same.";
    }

    @Override
    public double of(ClassificationReport report) {
        return report.balancedAccuracy();
    }
}

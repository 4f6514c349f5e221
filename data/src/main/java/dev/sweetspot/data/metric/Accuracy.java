package dev.sweetspot.data.metric;

/** The share of items whose class was predicted. */
public final class Accuracy implements ClassificationMetric {
    @Override
    public String name() {
        return "accuracy";
    }

    @Override
    public String help() {
        return "The share of items whose class was predicted.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.accuracy();
    }
}

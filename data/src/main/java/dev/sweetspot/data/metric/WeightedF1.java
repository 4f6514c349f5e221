package dev.sweetspot.data.metric;

/** The mean F1 of the classes: each class counts by its items. */
public final class WeightedF1 implements ClassificationMetric {
    @Override
    public String name() {
        return "f1_weighted";
    }

    @Override
    public String help() {
        return "The mean F1 of the classes: each class counts by its items.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.weighted().f1();
    }
}

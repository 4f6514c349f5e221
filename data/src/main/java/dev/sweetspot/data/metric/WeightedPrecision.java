package dev.sweetspot.data.metric;

/** The mean precision of the classes: each class counts by its items. */
public final class WeightedPrecision implements ClassificationMetric {
    @Override
    public String name() {
        return "precision_weighted";
    }

    @Override
    public String help() {
        return "The mean precision of the classes: each class counts by its items.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.weighted().precision();
    }
}

package dev.sweetspot.data.metric;

/** The mean precision of the classes: each class counts the same. */
public final class MacroPrecision implements ClassificationMetric {
    @Override
    public String name() {
        return "precision_macro";
    }

    @Override
    public String help() {
        return "The mean precision of the classes: each class counts the same.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.macro().precision();
    }
}

package dev.sweetspot.data.metric;

/** The mean F1 of the classes: each class counts the same. */
public final class MacroF1 implements ClassificationMetric {
    @Override
    public String name() {
        return "f1_macro";
    }

    @Override
    public String help() {
        return "The mean F1 of the classes: each class counts the same.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.macro().f1();
    }
}

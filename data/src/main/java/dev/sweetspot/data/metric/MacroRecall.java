package dev.sweetspot.data.metric;

/** The mean recall of the classes: each class counts the same. */
public final class MacroRecall implements ClassificationMetric {
    @Override
    public String name() {
        return "recall_macro";
    }

    @Override
    public String help() {
        return "The mean recall of the classes: each class counts the same.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.macro().recall();
    }
}

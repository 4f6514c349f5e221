package dev.sweetspot.data.metric;

/** The mean recall of the classes: each class counts by its items. */
public final class WeightedRecall implements ClassificationMetric {
    @Override
    public String name() {
        return "recall_weighted";
    }

    @Override
    public String help() {
        return "The mean recall of the classes: each class counts by its items.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.weighted().recall();
    }
}

package dev.sweetspot.data.metric;

import java.util.Comparator;

/** The F1 of the class with the fewest items: for data in which one class is rare and matters. Among those that occur; of equally rare ones the first. */
public final class RareF1 implements ClassificationMetric {
    @Override
    public String name() {
        return "rare_f1";
    }

    @Override
    public String help() {
        return "The F1 of the class with the fewest items: for data in which one class is rare and matters.";
    }

    @Override
    public double value(ClassificationReport report) {
        return report.classes().stream()
                .filter(score -> score.support() > 0)
                .min(Comparator.comparingInt(ClassificationReport.ClassScore::support))
                .map(score -> score.scores().f1())
                .orElse(0.0);
    }
}

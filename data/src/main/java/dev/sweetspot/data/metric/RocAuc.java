package dev.sweetspot.data.metric;

/** How often an item of a class gets a higher probability of it than one that is not: 0.5 by chance; the mean over classes, each counting the same. 0.5 where all items are of one class. With more than two classes each against all others. */
public final class RocAuc implements ClassificationMetric {
    @Override
    public String name() {
        return "roc_auc";
    }

    @Override
    public String help() {
        return "How often an item of a class gets a higher probability of it than one that is not: 0.5 by chance; the mean over classes, each counting the same.";
    }

    @Override
    public double value(ClassificationReport report) {
        return Ranking.mean(report, Ranking::area, 0.5);
    }
}

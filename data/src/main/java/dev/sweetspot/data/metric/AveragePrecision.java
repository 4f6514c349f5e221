package dev.sweetspot.data.metric;

/** The precision at every recall, on average: for two classes that of the rarer one, else the mean over classes. 0 where all items are of one class. By steps, not by trapezia (Davis and Goadrich 2006). */
public final class AveragePrecision implements ClassificationMetric {
    @Override
    public String name() {
        return "average_precision";
    }

    @Override
    public String help() {
        return "The precision at every recall, on average: for two classes that of the rarer one, else the mean over classes.";
    }

    @Override
    public double value(ClassificationReport report) {
        return Ranking.mean(report, Ranking::averagePrecision, 0);
    }
}

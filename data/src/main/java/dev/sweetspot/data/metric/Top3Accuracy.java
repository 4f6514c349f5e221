package dev.sweetspot.data.metric;

/** The share of items whose class is among the three that are held most probable; says something only with more than three classes. Of equally probable classes the first count as more probable. */
public final class Top3Accuracy implements ClassificationMetric {
    @Override
    public String name() {
        return "top_3_accuracy";
    }

    @Override
    public String help() {
        return "The share of items whose class is among the three that are held most probable; says something only with more than three classes.";
    }

    @Override
    public double value(ClassificationReport report) {
        int hits = 0;
        for (int i = 0; i < report.n(); i++) {
            hits += isAmongFirst(report.predictions().probabilities()[i], report.truth()[i]) ? 1 : 0;
        }
        return (double) hits / report.n();
    }

    private static boolean isAmongFirst(float[] probabilities, int c) {
        int before = 0;
        for (int other = 0; other < probabilities.length; other++) {
            boolean more = probabilities[other] > probabilities[c];
            before += more || (other < c && probabilities[other] == probabilities[c]) ? 1 : 0;
        }
        return before < 3 && !Float.isNaN(probabilities[c]);
    }
}

package dev.sweetspot.data.metric;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Items in the order in which a model holds them for one class, and whether they are: what areas under curves are made of.
 * Items of one score count as one step of the curve.
 */
final class Ranking {
    /** Ascending by score; the lowest bit says whether an item is of the class. */
    private final long[] items;

    private final int positives;

    private Ranking(long[] items, int positives) {
        this.items = items;
        this.positives = positives;
    }

    /** The items of a report by the probability of a class; what is not a number counts as 0. */
    static Ranking of(ClassificationReport report, int c) {
        var items = new long[report.n()];
        int positives = 0;
        for (int i = 0; i < items.length; i++) {
            float given = report.predictions().probabilities()[i][c];
            boolean positive = report.truth()[i] == c;
            positives += positive ? 1 : 0;
            // The bits of floats from 0 on are in the order of the floats.
            int bits = given > 0 ? Float.floatToIntBits(given) : 0;
            items[i] = (long) bits << 1 | (positive ? 1 : 0);
        }
        Arrays.sort(items);
        return new Ranking(items, positives);
    }

    /**
     * The mean of a number over the classes of a report that some items are of and others are not; of two classes the rarer
     * one alone.
     *
     * @param nothing where there is no such class
     */
    static double mean(ClassificationReport report, ToDoubleFunction<Ranking> number, double nothing) {
        int count = report.classes().size();
        if (count == 2) {
            int rare =
                    report.classes().get(0).support() < report.classes().get(1).support() ? 0 : 1;
            var ranking = of(report, rare);
            return ranking.decided() ? number.applyAsDouble(ranking) : nothing;
        }
        double sum = 0;
        int met = 0;
        for (int c = 0; c < count; c++) {
            var ranking = of(report, c);
            if (ranking.decided()) {
                sum += number.applyAsDouble(ranking);
                met++;
            }
        }
        return met == 0 ? nothing : sum / met;
    }

    private boolean decided() {
        return positives > 0 && positives < items.length;
    }

    /** The share of pairs, one of the class and one not, that stand in the right order; a tie is half of one. */
    double area() {
        double right = 0;
        double below = 0;
        for (int from = 0; from < items.length; ) {
            int to = endOfTie(from);
            double of = positives(from, to);
            double others = to - from - of;
            right += of * (below + others / 2);
            below += others;
            from = to;
        }
        return right / ((double) positives * (items.length - positives));
    }

    /** The sum over the steps of recall of the precision there, from the highest score down. */
    double averagePrecision() {
        double sum = 0;
        int hits = 0;
        for (int to = items.length; to > 0; ) {
            int from = beginOfTie(to);
            int of = positives(from, to);
            hits += of;
            sum += (double) of / positives * hits / (items.length - from);
            to = from;
        }
        return sum;
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < items.length && items[to] >>> 1 == items[from] >>> 1) {
            to++;
        }
        return to;
    }

    private int beginOfTie(int to) {
        int from = to - 1;
        while (from > 0 && items[from - 1] >>> 1 == items[to - 1] >>> 1) {
            from--;
        }
        return from;
    }

    private int positives(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += (int) (items[i] & 1);
        }
        return count;
    }
}

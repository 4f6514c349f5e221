package dev.sweetspot.math.distribution;

import java.util.Arrays;
import java.util.Comparator;

/** Spearman's rank correlation: the correlation of ranks, equal values sharing the mean of theirs. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * The correlation of the ranks of two rows of numbers, from -1 to 1; 0 when one of them is constant or there are fewer
     * than two.
     *
     * @param one no NaN
     * @param other as many
     */
    public static double of(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(one.length + " and " + other.length + " numbers: must be as many");
        }
        var first = ranks(one);
        var second = ranks(other);
        double middle = (one.length - 1) / 2.0;
        double product = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - middle) * (second[i] - middle);
            squares += (first[i] - middle) * (first[i] - middle);
            otherSquares += (second[i] - middle) * (second[i] - middle);
        }
        return squares > 0 && otherSquares > 0 ? product / Math.sqrt(squares * otherSquares) : 0;
    }

    /** The ranks of numbers from 0; equal ones share the mean of theirs. */
    public static double[] ranks(double[] values) {
        var order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        var ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}

package dev.sweetspot.data.metric;

import dev.sweetspot.data.Task;
import dev.sweetspot.trial.Direction;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far the value of a metric on few items may be from that on many: its standard error. By the jackknife over groups
 * of items (Quenouille 1949; Efron and Tibshirani, An Introduction to the Bootstrap, 1993, equation 11.5), which knows
 * nothing of how a metric is computed: {@code sqrt((g - 1) / g * sum((v_i - mean(v))^2))} with {@code v_i} the value
 * without group i of g.
 */
public final class StandardError {
    private static final int GROUPS = 20;
    private static final String SUFFIX = "_standard_error";

    private StandardError() {}

    /** What the standard error of a measured number is called where it is kept: "accuracy_standard_error". */
    public static String nameOf(String measured) {
        return measured + SUFFIX;
    }

    /**
     * That of a metric.
     *
     * @param items places of the predicted items in the data
     * @return at least 0, and more than 0 where a share of items is measured: a perfect score of few items is no certainty, so
     *     it counts as if 2 of 4 more items were wrong (Agresti and Coull 1998); infinite for a single item
     */
    public static double of(Metric metric, Predictions predictions, Task task, int[] items) {
        var ranks = ranks(items);
        int n = ranks.size();
        if (n < 2) {
            return Double.POSITIVE_INFINITY;
        }
        int groups = Math.min(GROUPS, n);
        var values = new double[groups];
        for (int group = 0; group < groups; group++) {
            int left = group;
            int[] others = IntStream.range(0, items.length)
                    .filter(place -> ranks.getOrDefault(items[place], 0) % groups != left)
                    .toArray();
            int[] otherItems = IntStream.of(others).map(place -> items[place]).toArray();
            values[group] = metric.of(Report.of(predictions.some(others), task, otherItems));
        }
        double mean = Interval.mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.max(leastOf(metric, n), Math.sqrt((groups - 1.0) / groups * squares));
    }

    /** An item that was predicted several times is one all the same. */
    private static Map<Integer, Integer> ranks(int[] items) {
        var ranks = new HashMap<Integer, Integer>();
        for (int item : items) {
            ranks.putIfAbsent(item, ranks.size());
        }
        return ranks;
    }

    private static double leastOf(Metric metric, int n) {
        boolean share = metric instanceof ClassificationMetric && metric.direction() == Direction.MAXIMIZE;
        double wrong = 2.0 / (n + 4);
        return share ? Math.sqrt(wrong * (1 - wrong) / (n + 4)) : 0;
    }
}

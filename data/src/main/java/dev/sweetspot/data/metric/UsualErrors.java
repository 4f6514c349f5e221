package dev.sweetspot.data.metric;

import java.util.Arrays;

/**
 * The errors of reconstructions of items that are as usual and that nothing was learnt from: what other errors are held
 * against. The rank among them is a conformal p-value (Laxhammar and Falkman 2010; Vovk, Gammerman and Shafer 2005, section
 * 2.2): of items that are as usual too, at most a share a has a p-value of a or less, whatever the network and the data.
 * Immutable.
 */
public final class UsualErrors {
    /** More say nothing more. */
    private static final int MOST = 1000;

    /** Of usual items one in twenty is called an anomaly; with fewer than 19 errors to compare with, none ever is. */
    public static final double SIGNIFICANCE = 0.05;

    private final double[] ascending;
    private final int count;

    private UsualErrors(double[] ascending, int count) {
        this.ascending = ascending;
        this.count = count;
    }

    /**
     * Of so many items; of more than 1000 as many of them, evenly spread over their ranks.
     *
     * @param errors at least one, in any order
     */
    public static UsualErrors of(double[] errors) {
        if (errors.length == 0) {
            throw new IllegalArgumentException("no errors to compare with");
        }
        var sorted = errors.clone();
        Arrays.sort(sorted);
        if (sorted.length <= MOST) {
            return new UsualErrors(sorted, errors.length);
        }
        var kept = new double[MOST];
        for (int i = 0; i < MOST; i++) {
            kept[i] = sorted[(int) ((2L * i + 1) * sorted.length / (2L * MOST))];
        }
        return new UsualErrors(kept, errors.length);
    }

    /**
     * As {@link #values} and {@link #count} said it.
     *
     * @param count of how many items
     */
    public static UsualErrors of(double[] values, int count) {
        var known = of(values);
        return new UsualErrors(known.ascending, count);
    }

    /** Of how many items. */
    public int count() {
        return count;
    }

    /** The errors, ascending. */
    public double[] values() {
        return ascending.clone();
    }

    /** The share of usual items, from 0 to 1, that have a smaller error; of equal ones half counts. */
    public double shareBelow(double error) {
        int below = first(error, true);
        int upTo = first(error, false);
        return (below + upTo) / 2.0 / ascending.length;
    }

    /** {@code (1 + number of usual errors that are as large or larger) / (n + 1)}. */
    public double pValue(double error) {
        return (1.0 + ascending.length - first(error, true)) / (ascending.length + 1.0);
    }

    /** Whether an item is made again so badly that hardly any usual one is. */
    public boolean anomaly(double error) {
        return pValue(error) <= SIGNIFICANCE;
    }

    /** How many errors are below it, or not above it. */
    private int first(double error, boolean strictly) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = strictly ? ascending[middle] < error : ascending[middle] <= error;
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

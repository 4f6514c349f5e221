package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Who is better than whom when there are several losses, all to be minimised. A point dominates another when it is at
 * most as large in every loss and smaller in one. Points are rows; NaN is refused, infinities are not.
 */
public final class Dominance {
    private Dominance() {}

    /** Whether the first is at most as large everywhere, and smaller somewhere. */
    public static boolean dominates(double[] one, double[] other) {
        boolean smaller = false;
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
            smaller |= one[k] < other[k];
        }
        return smaller;
    }

    /** Whether the first is at most as large everywhere. */
    static boolean covers(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (one[k] > other[k]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The rank of each point: 0 for those that no other dominates, 1 for those that only points of rank 0 dominate, and so
     * on (Goldberg 1989; Deb et al. 2002, IEEE Transactions on Evolutionary Computation 6). Equal points share a rank.
     *
     * <p>Efficient non-dominated sort with binary search (Zhang, Tian, Cheng and Jin 2015, IEEE Transactions on
     * Evolutionary Computation 19): O(n log n) for at most two losses, else O(m n sqrt n) where points scatter over many
     * fronts and O(m n^2) at the worst.
     *
     * @param losses n rows of m losses, m at least 1
     * @return n ranks
     * @throws IllegalArgumentException when a loss is NaN or the rows differ in length
     */
    public static int[] ranks(double[][] losses) {
        int objectives = check(losses);
        var ranks = new int[losses.length];
        var fronts = new ArrayList<List<double[]>>();
        for (int index : lexicographic(losses)) {
            var point = losses[index];
            int low = 0;
            int high = fronts.size();
            // If a front holds a point that dominates this one, so does every front before it.
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (dominatedIn(fronts.get(middle), point, objectives)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(low).add(point);
            ranks[index] = low;
        }
        return ranks;
    }

    /** In lexicographic order of the losses; of equal ones the first. */
    static Integer[] lexicographic(double[][] losses) {
        var order = new Integer[losses.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(i -> losses[i], Dominance::compareLexicographic));
        return order;
    }

    static int compareLexicographic(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            // -0 and 0 are the same loss.
            int order = one[k] == other[k] ? 0 : Double.compare(one[k], other[k]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The points come in lexicographic order: with two losses only the last of a front can dominate the next point. */
    private static boolean dominatedIn(List<double[]> front, double[] point, int objectives) {
        int first = objectives <= 2 ? front.size() - 1 : 0;
        for (int i = front.size() - 1; i >= first; i--) {
            if (dominates(front.get(i), point)) {
                return true;
            }
        }
        return false;
    }

    /** The number of losses in a row; 0 when there are no rows. */
    static int check(double[][] losses) {
        int width = losses.length == 0 ? 0 : losses[0].length;
        for (var row : losses) {
            if (row.length != width || width == 0) {
                throw new IllegalArgumentException(
                        "losses: rows of " + width + " and of " + row.length + ": all must have the same, at least 1");
            }
            for (double loss : row) {
                if (Double.isNaN(loss)) {
                    throw new IllegalArgumentException("losses: NaN cannot be compared");
                }
            }
        }
        return width;
    }
}

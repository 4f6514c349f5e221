package dev.sweetspot.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which of several points of losses no other is better than: at most as large in every loss and smaller in one. */
final class NonDominated {
    private NonDominated() {}

    /**
     * The places of the points of the front, by their first loss, then the next; equal points are all on it, in the order
     * given. O(n f m) with f the different points
     * of the front.
     *
     * @param losses finite
     */
    static List<Integer> members(List<double[]> losses) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < losses.size(); i++) {
            order.add(i);
        }
        // What dominates a point stands before it in this order.
        order.sort(Comparator.comparing(losses::get, NonDominated::lexicographic));
        var front = new ArrayList<Integer>();
        var distinct = new ArrayList<double[]>();
        for (int candidate : order) {
            var mine = losses.get(candidate);
            int last = distinct.size() - 1;
            boolean twin = last >= 0 && lexicographic(distinct.get(last), mine) == 0;
            if (twin || distinct.stream().noneMatch(better -> covers(better, mine))) {
                front.add(candidate);
                if (!twin) {
                    distinct.add(mine);
                }
            }
        }
        return front;
    }

    private static int lexicographic(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            int order = Double.compare(one[k] + 0.0, other[k] + 0.0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean covers(double[] point, double[] covered) {
        for (int k = 0; k < point.length; k++) {
            if (point[k] > covered[k]) {
                return false;
            }
        }
        return true;
    }
}

package dev.sweetspot.math.front;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The crowding distance (Deb, Pratap, Agarwal and Meyarivan 2002, IEEE Transactions on Evolutionary Computation 6,
 * section III.B): how empty it is around a point of a front, as half of the perimeter of the box that its two neighbours
 * span, each loss measured in the width of the front.
 */
public final class Crowding {
    private Crowding() {}

    /**
     * The distance of each point among all given; infinite for those at the ends. A loss that does not differ, or whose
     * width is not finite, adds nothing.
     *
     * @param front the losses of points of one rank, a row each
     */
    public static double[] distances(double[][] front) {
        int objectives = Dominance.check(front);
        var distances = new double[front.length];
        for (int k = 0; k < objectives; k++) {
            int loss = k;
            var order = new Integer[front.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> front[i][loss]));
            int last = order.length - 1;
            distances[order[0]] = Double.POSITIVE_INFINITY;
            distances[order[last]] = Double.POSITIVE_INFINITY;
            double width = front[order[last]][k] - front[order[0]][k];
            if (width > 0 && Double.isFinite(width)) {
                for (int i = 1; i < last; i++) {
                    distances[order[i]] += (front[order[i + 1]][k] - front[order[i - 1]][k]) / width;
                }
            }
        }
        return distances;
    }
}

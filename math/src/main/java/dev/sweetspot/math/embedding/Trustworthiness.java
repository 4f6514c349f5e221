package dev.sweetspot.math.embedding;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How far neighbours in a picture can be trusted to be neighbours (Venna and Kaski 2001, ICANN, equation 1): 1 when every one of
 * the k nearest in the picture is one of the k nearest in truth, about 0.5 for a picture by chance.
 *
 * <p>{@code 1 - 2 / (n k (2 n - 3 k - 1)) Σ_i Σ_j (r(i, j) - k)}, the inner sum over the k nearest in the picture that are not
 * among the k nearest in truth, r being their rank there, from 1.
 */
public final class Trustworthiness {
    private Trustworthiness() {}

    /**
     * That of a picture; O(n² log n).
     *
     * @param points n rows
     * @param picture n rows, of as many coordinates as one likes
     * @param neighbours k, from 1, below n / 2
     */
    public static double of(double[][] points, double[][] picture, int neighbours) {
        int n = points.length;
        if (neighbours < 1 || 2 * neighbours >= n) {
            throw new IllegalArgumentException(
                    "neighbours = " + neighbours + ": must be at least 1 and below half of the points, " + n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            var truth = nearest(points, i);
            var ranks = new int[n];
            for (int r = 0; r < truth.length; r++) {
                ranks[truth[r]] = r + 1;
            }
            var shown = nearest(picture, i);
            for (int k = 0; k < neighbours; k++) {
                sum += Math.max(0, ranks[shown[k]] - neighbours);
            }
        }
        return 1 - 2 * sum / ((double) n * neighbours * (2.0 * n - 3.0 * neighbours - 1));
    }

    /** All others, the nearest first; of equal ones the first. */
    private static Integer[] nearest(double[][] points, int self) {
        var distances = new double[points.length];
        Arrays.setAll(distances, j -> {
            double sum = 0;
            for (int k = 0; k < points[j].length; k++) {
                sum += (points[j][k] - points[self][k]) * (points[j][k] - points[self][k]);
            }
            return sum;
        });
        var order = new Integer[points.length - 1];
        Arrays.setAll(order, j -> j < self ? j : j + 1);
        Arrays.sort(order, Comparator.comparingDouble(j -> distances[j]));
        return order;
    }
}

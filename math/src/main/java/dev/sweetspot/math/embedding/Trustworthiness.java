package dev.sweetspot.math.embedding;

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
     * That of a picture; O(n² (d + k)).
     *
     * @param points n rows
     * @param picture n rows, of as many coordinates as one likes
     * @param neighbours k, from 1, below n / 2
     */
    public static double of(double[][] points, double[][] picture, int neighbours) {
        check(points.length, neighbours);
        return of(Points.of(points), picture, neighbours);
    }

    /** The same of points that were measured before. */
    public static double of(Points points, double[][] picture, int neighbours) {
        int n = points.size();
        check(n, neighbours);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            var truth = points.squaredDistances(i);
            for (int j : nearest(picture, i, neighbours)) {
                int rank = 1;
                for (int other = 0; other < n; other++) {
                    boolean before = truth[other] < truth[j] || (truth[other] == truth[j] && other < j);
                    rank += before && other != i ? 1 : 0;
                }
                sum += Math.max(0, rank - neighbours);
            }
        }
        return 1 - 2 * sum / ((double) n * neighbours * (2.0 * n - 3.0 * neighbours - 1));
    }

    private static void check(int n, int neighbours) {
        if (neighbours < 1 || 2 * neighbours >= n) {
            throw new IllegalArgumentException(
                    "neighbours = " + neighbours + ": must be at least 1 and below half of the points, " + n);
        }
    }

    /** The nearest others in a picture; of equal ones the first. */
    private static int[] nearest(double[][] picture, int self, int count) {
        var nearest = new int[count];
        var distances = new double[count];
        int found = 0;
        for (int j = 0; j < picture.length; j++) {
            if (j == self) {
                continue;
            }
            double distance = squaredDistance(picture[self], picture[j]);
            if (found == count && distance >= distances[count - 1]) {
                continue;
            }
            int at = found < count ? found++ : count - 1;
            while (at > 0 && distances[at - 1] > distance) {
                distances[at] = distances[at - 1];
                nearest[at] = nearest[at - 1];
                at--;
            }
            distances[at] = distance;
            nearest[at] = j;
        }
        return nearest;
    }

    private static double squaredDistance(double[] one, double[] other) {
        double sum = 0;
        for (int k = 0; k < one.length; k++) {
            sum += (one[k] - other[k]) * (one[k] - other[k]);
        }
        return sum;
    }
}

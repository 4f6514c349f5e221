package dev.sweetspot.math.front;

import java.util.SplittableRandom;

/** Points for tests. */
final class Points {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17};

    private Points() {}

    /** {@code i = np.arange(1, n + 1)[:, None]; r = np.sqrt([2, 3, 5, 7, ...][:m])[None, :]; (i * r) % 1.0}. */
    static double[][] weyl(int n, int m) {
        var points = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < m; k++) {
                points[i][k] = (i + 1) * Math.sqrt(PRIMES[k]) % 1.0;
            }
        }
        return points;
    }

    /** Whole numbers from 0 to below a bound, so that many losses are equal. */
    static double[][] grid(int n, int m, int bound, SplittableRandom random) {
        var points = new double[n][m];
        for (var point : points) {
            for (int k = 0; k < m; k++) {
                point[k] = random.nextInt(bound);
            }
        }
        return points;
    }

    static double[] reference(int m, double value) {
        var reference = new double[m];
        java.util.Arrays.fill(reference, value);
        return reference;
    }

    /** Counts the cells of the grid that points dominate: the hypervolume by its definition. */
    static int dominatedCells(double[][] points, int m, int bound) {
        int count = 0;
        for (int cell = 0; cell < Math.pow(bound, m); cell++) {
            var corner = cell(cell, m, bound);
            boolean dominated = false;
            for (var point : points) {
                dominated |= Dominance.covers(point, corner);
            }
            count += dominated ? 1 : 0;
        }
        return count;
    }

    static double[] cell(int number, int m, int bound) {
        var corner = new double[m];
        int rest = number;
        for (int k = 0; k < m; k++) {
            corner[k] = rest % bound;
            rest /= bound;
        }
        return corner;
    }
}

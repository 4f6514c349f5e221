package dev.sweetspot.classic.svm;

import java.util.Arrays;

/**
 * Probabilities of all classes from those of pairs (Wu, Lin and Weng 2004, https://www.jmlr.org/papers/v5/wu04a.html, the second
 * method, algorithm 2).
 */
final class Coupling {
    private static final int MOST = 100;
    private static final double TOLERANCE = 0.005;

    private Coupling() {}

    /** @param pairs in row i and column j how probable class i is where it is i or j */
    static double[] of(double[][] pairs) {
        int k = pairs.length;
        var q = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                if (i != j) {
                    q[i][i] += pairs[j][i] * pairs[j][i];
                    q[i][j] = -pairs[j][i] * pairs[i][j];
                }
            }
        }
        var p = new double[k];
        Arrays.fill(p, 1.0 / k);
        for (int step = 0; step < Math.max(MOST, k); step++) {
            var qp = new double[k];
            double pqp = 0;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    qp[i] += q[i][j] * p[j];
                }
                pqp += p[i] * qp[i];
            }
            double error = 0;
            for (int i = 0; i < k; i++) {
                error = Math.max(error, Math.abs(qp[i] - pqp));
            }
            if (error < TOLERANCE / k) {
                break;
            }
            for (int i = 0; i < k; i++) {
                double change = (pqp - qp[i]) / q[i][i];
                p[i] += change;
                pqp = (pqp + change * (change * q[i][i] + 2 * qp[i])) / ((1 + change) * (1 + change));
                for (int j = 0; j < k; j++) {
                    qp[j] = (qp[j] + change * q[i][j]) / (1 + change);
                    p[j] /= 1 + change;
                }
            }
        }
        return p;
    }
}

package dev.sweetspot.samplers.cma;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations (Golub and Van Loan, Matrix
 * Computations, section 8.5): slower than others for large matrices, accurate, and the same bits everywhere.
 */
final class SymmetricEigen {
    private static final int SWEEPS = 60;

    final double[] values;
    /** Columns are the vectors: vectors[i][k] is coordinate i of vector k. */
    final double[][] vectors;

    SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        var a = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && off(a) > 0; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, p, q);
                }
            }
        }
        values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
    }

    /** The sum of squares beside the diagonal; 0 once it is lost in rounding. */
    private static double off(double[][] a) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < a.length; k++) {
                all += a[i][k] * a[i][k];
                off += i == k ? 0 : a[i][k] * a[i][k];
            }
        }
        return off > 1e-28 * all ? off : 0;
    }

    private void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < a.length; k++) {
            double one = a[k][p];
            double other = a[k][q];
            a[k][p] = c * one - s * other;
            a[k][q] = s * one + c * other;
        }
        for (int k = 0; k < a.length; k++) {
            double one = a[p][k];
            double other = a[q][k];
            a[p][k] = c * one - s * other;
            a[q][k] = s * one + c * other;
            one = vectors[k][p];
            other = vectors[k][q];
            vectors[k][p] = c * one - s * other;
            vectors[k][q] = s * one + c * other;
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }
}

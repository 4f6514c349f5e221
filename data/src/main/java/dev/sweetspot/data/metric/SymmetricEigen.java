package dev.sweetspot.data.metric;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations, row after row (Golub and Van Loan, Matrix
 * Computations, algorithm 8.5.3): the same bits on every machine, and quick enough up to some hundred rows.
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 60;

    private final double[][] matrix;
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        this.matrix = new double[n][];
        this.vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            this.matrix[i] = matrix[i].clone();
            this.vectors[i][i] = 1;
        }
    }

    /** @param matrix n x n, symmetric, finite */
    static SymmetricEigen of(double[][] matrix) {
        var eigen = new SymmetricEigen(matrix);
        int sweeps = 0;
        while (sweeps < MOST_SWEEPS && eigen.sweep()) {
            sweeps++;
        }
        return eigen;
    }

    /** Once through all pairs; whether anything was left to turn. */
    private boolean sweep() {
        boolean turned = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                double size = Math.sqrt(Math.abs(matrix[p][p]) * Math.abs(matrix[q][q]));
                if (Math.abs(matrix[p][q]) > Math.max(1e-15 * size, Double.MIN_NORMAL)) {
                    turn(p, q);
                    turned = true;
                }
            }
        }
        return turned;
    }

    private void turn(int p, int q) {
        double tau = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        double shift = t * matrix[p][q];
        matrix[p][p] -= shift;
        matrix[q][q] += shift;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (int i = 0; i < matrix.length; i++) {
            if (i != p && i != q) {
                double a = matrix[i][p];
                double b = matrix[i][q];
                matrix[i][p] = c * a - s * b;
                matrix[i][q] = s * a + c * b;
                matrix[p][i] = matrix[i][p];
                matrix[q][i] = matrix[i][q];
            }
            double a = vectors[p][i];
            double b = vectors[q][i];
            vectors[p][i] = c * a - s * b;
            vectors[q][i] = s * a + c * b;
        }
    }

    /** The sum of the square roots of the eigenvalues; what is below 0 by rounding counts as 0. */
    double sumOfRoots() {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += Math.sqrt(Math.max(0, matrix[i][i]));
        }
        return sum;
    }

    /** The symmetric matrix whose square this one is, as near as rounding allows. */
    double[][] root() {
        int n = matrix.length;
        var root = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = Math.sqrt(Math.max(0, matrix[k][k]));
            for (int i = 0; i < n; i++) {
                double scaled = value * vectors[k][i];
                for (int j = 0; j <= i; j++) {
                    root[i][j] += scaled * vectors[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                root[j][i] = root[i][j];
            }
        }
        return root;
    }
}

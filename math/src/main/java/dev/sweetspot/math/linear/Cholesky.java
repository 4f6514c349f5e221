package dev.sweetspot.math.linear;

import java.util.Optional;

/**
 * The factorisation {@code A = U' U} of a symmetric positive definite matrix, U upper triangular. Immutable.
 *
 * <p>All loops run along rows and add to them, four rows at once: a compiler turns these into vector instructions, which
 * it may not do with sums of products. The order of all additions is fixed, so that results are the same everywhere.
 */
public final class Cholesky {
    private final int size;
    private final double[][] upper;

    private Cholesky(int size, double[][] upper) {
        this.size = size;
        this.upper = upper;
    }

    /**
     * Factorises.
     *
     * @param matrix symmetric; only the upper triangle is read
     * @return empty when the matrix is not positive definite to working precision
     */
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        var rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = matrix[i].clone();
        }
        for (int i = 0; i < n; i++) {
            var row = rows[i];
            int k = 0;
            for (; k + 3 < i; k += 4) {
                subtract(row, i, n, rows[k], rows[k + 1], rows[k + 2], rows[k + 3]);
            }
            for (; k < i; k++) {
                subtract(row, i, n, rows[k]);
            }
            double pivot = row[i];
            if (!(pivot > 1e-14 * Math.abs(matrix[i][i])) || !Double.isFinite(pivot)) {
                return Optional.empty();
            }
            double root = Math.sqrt(pivot);
            double inverse = 1 / root;
            row[i] = root;
            for (int j = i + 1; j < n; j++) {
                row[j] *= inverse;
            }
        }
        return Optional.of(new Cholesky(n, rows));
    }

    private static void subtract(double[] row, int i, int n, double[] a, double[] b, double[] c, double[] d) {
        double fa = a[i];
        double fb = b[i];
        double fc = c[i];
        double fd = d[i];
        for (int j = i; j < n; j++) {
            row[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
        }
    }

    private static void subtract(double[] row, int i, int n, double[] a) {
        double factor = a[i];
        for (int j = i; j < n; j++) {
            row[j] -= factor * a[j];
        }
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /**
     * One entry of the lower triangular factor.
     *
     * @param column at most the row
     */
    public double lower(int row, int column) {
        return upper[column][row];
    }

    /** The logarithm of the determinant of A. */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += Math.log(upper[i][i]);
        }
        return 2 * sum;
    }

    /** The x with {@code A x = b}. */
    public double[] solve(double[] b) {
        return backward(forward(b));
    }

    /** The z with {@code U' z = b}; its squared length is {@code b' inverse(A) b}. */
    public double[] forward(double[] b) {
        var z = b.clone();
        for (int i = 0; i < size; i++) {
            var row = upper[i];
            double value = z[i] / row[i];
            z[i] = value;
            for (int j = i + 1; j < size; j++) {
                z[j] -= value * row[j];
            }
        }
        return z;
    }

    /** The x with {@code U x = z}. */
    public double[] backward(double[] z) {
        var x = z.clone();
        for (int i = size - 1; i >= 0; i--) {
            var row = upper[i];
            double sum = x[i];
            for (int j = i + 1; j < size; j++) {
                sum -= row[j] * x[j];
            }
            x[i] = sum / row[i];
        }
        return x;
    }

    /**
     * Solves {@code U' Z = B} for many right sides at once, in place.
     *
     * @param columns one row for each row of A, one column for each right side
     */
    public void forwardInPlace(double[][] columns) {
        for (int i = 0; i < size; i++) {
            var own = columns[i];
            int width = own.length;
            int k = 0;
            for (; k + 3 < i; k += 4) {
                double fa = upper[k][i];
                double fb = upper[k + 1][i];
                double fc = upper[k + 2][i];
                double fd = upper[k + 3][i];
                var a = columns[k];
                var b = columns[k + 1];
                var c = columns[k + 2];
                var d = columns[k + 3];
                for (int j = 0; j < width; j++) {
                    own[j] -= fa * a[j] + fb * b[j] + fc * c[j] + fd * d[j];
                }
            }
            for (; k < i; k++) {
                double factor = upper[k][i];
                var a = columns[k];
                for (int j = 0; j < width; j++) {
                    own[j] -= factor * a[j];
                }
            }
            double inverse = 1 / upper[i][i];
            for (int j = 0; j < width; j++) {
                own[j] *= inverse;
            }
        }
    }

    /** The inverse of A, all of it. */
    public double[][] inverse() {
        // Row i of the inverse of U: zero before column i.
        var inverted = new double[size][size];
        for (int i = size - 1; i >= 0; i--) {
            var own = inverted[i];
            var row = upper[i];
            for (int k = i + 1; k < size; k++) {
                double factor = row[k];
                var below = inverted[k];
                for (int j = k; j < size; j++) {
                    own[j] -= factor * below[j];
                }
            }
            double scale = 1 / row[i];
            for (int j = i + 1; j < size; j++) {
                own[j] *= scale;
            }
            own[i] = scale;
        }
        // inverse(A) = inverse(U) inverse(U)'; transposed rows keep the inner loop along memory.
        var transposed = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                transposed[j][i] = inverted[i][j];
            }
        }
        var result = new double[size][size];
        for (int i = 0; i < size; i++) {
            var own = result[i];
            for (int k = i; k < size; k++) {
                double factor = inverted[i][k];
                var row = transposed[k];
                for (int j = 0; j <= i; j++) {
                    own[j] += factor * row[j];
                }
            }
            for (int j = 0; j < i; j++) {
                result[j][i] = own[j];
            }
        }
        return result;
    }
}

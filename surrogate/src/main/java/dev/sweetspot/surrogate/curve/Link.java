package dev.sweetspot.surrogate.curve;

/**
 * How much a scaled loss changes from one fidelity to a later one, learnt from the trials that came so far: a linear
 * function of the change before and of where the loss stands, by Bayesian regression. Without any trial it is the prior:
 * each doubling brings six tenths of what the doubling before brought, give or take.
 */
final class Link {
    private static final double PERSISTENCE = 0.6;
    private static final double PRIOR_WEIGHT = 3;
    private static final int SIZE = 3;

    private final double[] weights;
    private final double[][] inverse;
    private final double variance;

    private Link(double[] weights, double[][] inverse, double variance) {
        this.weights = weights;
        this.inverse = inverse;
        this.variance = variance;
    }

    /**
     * @param doublings how many doublings of the fidelity lie between the two
     * @param rows for each trial: 1, the change before, the place
     * @param changes what came of it
     * @param doubt standard deviation of the change in one doubling of which nothing is known
     */
    static Link learnt(double doublings, double[][] rows, double[] changes, double doubt) {
        var prior = new double[] {0, PERSISTENCE * doublings, 0};
        var a = new double[SIZE][SIZE];
        var b = new double[SIZE];
        a[0][0] = 1;
        a[1][1] = 0.25;
        a[2][2] = 1;
        for (int j = 0; j < SIZE; j++) {
            b[j] = a[j][j] * prior[j];
        }
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < SIZE; j++) {
                b[j] += rows[i][j] * changes[i];
                for (int k = 0; k < SIZE; k++) {
                    a[j][k] += rows[i][j] * rows[i][k];
                }
            }
        }
        var inverse = inverse(a);
        var weights = times(inverse, b);
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double residual = changes[i] - dot(weights, rows[i]);
            squares += residual * residual;
        }
        double before = doubt * doubt * doublings * PRIOR_WEIGHT;
        // The coefficients that were fitted do not count as knowledge of the noise.
        double seen = Math.max(0, rows.length - 1);
        return new Link(weights, inverse, (before + squares) / (PRIOR_WEIGHT + seen));
    }

    double change(double[] row) {
        return dot(weights, row);
    }

    double variance(double[] row) {
        return variance * (1 + dot(row, times(inverse, row)));
    }

    /** By how much an error in the place, at the beginning of this link, is still there at its end. */
    double persistence() {
        return Math.max(0.5, Math.min(1, 1 + weights[2]));
    }

    private static double[][] inverse(double[][] a) {
        var c = new double[SIZE][SIZE];
        double determinant = 0;
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < SIZE; j++) {
                int i1 = (i + 1) % SIZE;
                int i2 = (i + 2) % SIZE;
                int j1 = (j + 1) % SIZE;
                int j2 = (j + 2) % SIZE;
                c[j][i] = a[i1][j1] * a[i2][j2] - a[i1][j2] * a[i2][j1];
            }
            determinant = a[0][0] * c[0][0] + a[0][1] * c[1][0] + a[0][2] * c[2][0];
        }
        for (var row : c) {
            for (int j = 0; j < SIZE; j++) {
                row[j] /= determinant;
            }
        }
        return c;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        var result = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            result[i] = dot(matrix[i], vector);
        }
        return result;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}

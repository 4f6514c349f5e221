package dev.sweetspot.surrogate.gp;

import dev.sweetspot.surrogate.Columns;

/**
 * The correlation of two configurations: Matern with smoothness 5/2 of a distance to which every parameter adds
 *
 * <ul>
 *   <li>a number: {@code ((x - y) / l)²},
 *   <li>a name: {@code 1 / l²} when the two differ,
 *   <li>a number that is not active: as if it stood in the middle of its range, so that a parameter that one of the two
 *       does not have takes part through its parent and not through a value that it never had,
 *   <li>a name that is not active: as one name more.
 * </ul>
 *
 * <p>Each part is a squared Euclidean distance, so the correlation is positive definite (Rasmussen and Williams 2006,
 * section 4.2; for conditional spaces compare Swersky et al. 2013, "Raiders of the lost architecture").
 */
final class MixedMatern {
    private static final double ROOT_FIVE = Math.sqrt(5);
    private static final double MIDDLE = 0.5;
    private static final double NO_NAME = -1;

    private final Columns columns;
    private final double[] weights;
    private final InputWarp warp;

    /**
     * A kernel.
     *
     * @param weights {@code 1 / l²} for each column
     * @param warp how the ranges of numbers are stretched before distances are taken
     */
    MixedMatern(Columns columns, double[] weights, InputWarp warp) {
        this.columns = columns;
        this.weights = weights;
        this.warp = warp;
    }

    /** The matrix of points by columns: one row a column, as distances are taken. */
    double[][] byColumn(double[][] points) {
        return warp.byColumn(columns, points);
    }

    static double filled(Columns columns, int column, double coordinate) {
        if (!Double.isNaN(coordinate)) {
            return coordinate;
        }
        return columns.named(column) ? NO_NAME : MIDDLE;
    }

    /** The squared distances of a point to points given by {@link #byColumn}. */
    double[] squaredDistances(double[] point, double[][] byColumn, int count) {
        var sums = new double[count];
        for (int i = 0; i < weights.length; i++) {
            addSquares(sums, coordinate(i, point[i]), byColumn[i], weights[i], columns.named(i), 0, count);
        }
        return sums;
    }

    /** Adds one column's part to the squared distances of points from..to-1. */
    static void addSquares(
            double[] sums, double value, double[] column, double weight, boolean named, int from, int to) {
        if (named) {
            for (int a = from; a < to; a++) {
                sums[a] += Math.abs(value - column[a]) > 1e-9 ? weight : 0;
            }
        } else {
            for (int a = from; a < to; a++) {
                double difference = value - column[a];
                sums[a] += weight * difference * difference;
            }
        }
    }

    /** The correlation at a squared distance. */
    static double correlation(double squared) {
        double r = ROOT_FIVE * Math.sqrt(squared);
        return (1 + r + r * r / 3) * Math.exp(-r);
    }

    /** The derivative of {@link #correlation} by the squared distance, and so at most 0. */
    static double slope(double squared) {
        double r = ROOT_FIVE * Math.sqrt(squared);
        return -5.0 / 6 * (1 + r) * Math.exp(-r);
    }

    /** Where a coordinate comes to lie before distances are taken. */
    double coordinate(int column, double x) {
        return warp.coordinate(columns, column, x);
    }

    /** How that changes with the coordinate of a number. */
    double stretch(int column, double x) {
        return warp.slope(column, x);
    }

    Columns columns() {
        return columns;
    }

    double weight(int column) {
        return weights[column];
    }
}

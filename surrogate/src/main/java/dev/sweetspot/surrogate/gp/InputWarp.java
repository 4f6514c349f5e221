package dev.sweetspot.surrogate.gp;

import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;

/**
 * A smooth map of each number's range onto itself: the distribution function of Kumaraswamy, {@code w(x) = 1 - (1 - x^a)^b}
 * (Snoek, Swersky, Zemel and Adams 2014, ICML, "Input warping", there with the beta distribution, which this resembles
 * and which has no closed form). A process whose length scale is the same everywhere can so be quick to change in one
 * part of a range and slow in another. Names and parameters that are not active are left alone.
 */
final class InputWarp {
    /** Nearer to the ends the slope may have no limit. */
    private static final double END = 1e-3;

    private final double[] a;
    private final double[] b;

    private InputWarp(double[] a, double[] b) {
        this.a = a;
        this.b = b;
    }

    /** Ranges as they are. */
    static InputWarp none(int columns) {
        var ones = new double[columns];
        Arrays.fill(ones, 1);
        return new InputWarp(ones, ones);
    }

    /**
     * A map.
     *
     * @param a one a column, above 0: below 1 the beginning of the range is stretched
     * @param b one a column, above 0: below 1 the end of the range is stretched
     */
    static InputWarp of(double[] a, double[] b) {
        return new InputWarp(a.clone(), b.clone());
    }

    private boolean straight(int column) {
        return a[column] == 1 && b[column] == 1;
    }

    /** Where a coordinate in 0..1 of a number comes to lie. */
    double at(int column, double x) {
        if (straight(column)) {
            return x;
        }
        double u = Math.pow(Math.max(0, Math.min(1, x)), a[column]);
        return 1 - Math.pow(1 - u, b[column]);
    }

    /** The derivative by the coordinate. */
    double slope(int column, double x) {
        if (straight(column)) {
            return 1;
        }
        double inside = inside(x);
        double u = Math.pow(inside, a[column]);
        return b[column] * Math.pow(1 - u, b[column] - 1) * a[column] * u / inside;
    }

    /** The derivative by the logarithm of a. */
    double byLogA(int column, double x) {
        double inside = inside(x);
        double u = Math.pow(inside, a[column]);
        return b[column] * Math.pow(1 - u, b[column] - 1) * u * Math.log(inside) * a[column];
    }

    /** The derivative by the logarithm of b. */
    double byLogB(int column, double x) {
        double rest = 1 - Math.pow(inside(x), a[column]);
        return -Math.pow(rest, b[column]) * Math.log(rest) * b[column];
    }

    private static double inside(double x) {
        return Math.max(END, Math.min(1 - END, x));
    }

    /** The matrix of points by columns: one row a column, numbers mapped, inactive parameters filled in. */
    double[][] byColumn(Columns columns, double[][] points) {
        var result = new double[columns.size()][points.length];
        for (int i = 0; i < columns.size(); i++) {
            for (int p = 0; p < points.length; p++) {
                result[i][p] = coordinate(columns, i, points[p][i]);
            }
        }
        return result;
    }

    /** One coordinate as the kernel takes it. */
    double coordinate(Columns columns, int column, double x) {
        return Double.isNaN(x) || columns.named(column) ? MixedMatern.filled(columns, column, x) : at(column, x);
    }
}

package dev.sweetspot.samplers.nsga;

import dev.sweetspot.math.front.Front;

/** Where the plane through the extreme points of a front cuts the axes (Deb and Jain 2014, section IV.C). */
final class Intercepts {
    private static final double LEAST = 1e-12;

    private Intercepts() {}

    /** Distances from the ideal point along each axis, above 0; the front's width where the plane gives none. */
    static double[] of(Front front, double[] ideal) {
        int m = ideal.length;
        var nadir = front.nadir();
        var width = new double[m];
        for (int k = 0; k < m; k++) {
            width[k] = Math.max(nadir[k] - ideal[k], LEAST);
        }
        var plane = plane(extremes(front, ideal, width));
        for (int k = 0; k < m && plane.length > 0; k++) {
            double cut = width[k] / plane[k];
            // A plane that cuts far from the front comes of extremes that nearly coincide.
            if (!(plane[k] > 0 && cut <= 10 * width[k] && cut >= width[k] / 10)) {
                return width;
            }
        }
        for (int k = 0; k < m && plane.length > 0; k++) {
            width[k] /= plane[k];
        }
        return width;
    }

    /** For each axis the point that lies nearest to it, by the achievement function, measured in widths. */
    private static double[][] extremes(Front front, double[] ideal, double[] width) {
        int m = ideal.length;
        var extremes = new double[m][];
        var points = front.points();
        for (int axis = 0; axis < m; axis++) {
            double least = Double.POSITIVE_INFINITY;
            for (var point : points) {
                double farthest = 0;
                var scaled = new double[m];
                for (int k = 0; k < m; k++) {
                    scaled[k] = (point[k] - ideal[k]) / width[k];
                    farthest = Math.max(farthest, scaled[k] / (k == axis ? 1 : 1e-6));
                }
                if (farthest < least || extremes[axis] == null) {
                    least = farthest;
                    extremes[axis] = scaled;
                }
            }
        }
        return extremes;
    }

    /** b with E b = 1, by elimination with pivoting; empty when the rows are nearly dependent. */
    private static double[] plane(double[][] rows) {
        int m = rows.length;
        var a = new double[m][m + 1];
        for (int i = 0; i < m; i++) {
            System.arraycopy(rows[i], 0, a[i], 0, m);
            a[i][m] = 1;
        }
        for (int column = 0; column < m; column++) {
            int pivot = column;
            for (int i = column + 1; i < m; i++) {
                pivot = Math.abs(a[i][column]) > Math.abs(a[pivot][column]) ? i : pivot;
            }
            if (!(Math.abs(a[pivot][column]) > 1e-9)) {
                return new double[0];
            }
            var row = a[pivot];
            a[pivot] = a[column];
            a[column] = row;
            for (int i = 0; i < m; i++) {
                double factor = i == column ? 0 : a[i][column] / row[column];
                for (int k = column; k <= m && factor != 0; k++) {
                    a[i][k] -= factor * row[k];
                }
            }
        }
        var solution = new double[m];
        for (int i = 0; i < m; i++) {
            solution[i] = a[i][m] / a[i][i];
        }
        return solution;
    }
}

package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The local upper bounds of points: the corners u such that everything strictly below some u, and nothing else below the
 * reference, is not dominated. Kept up while points come in (Klamroth, Lacour and Vanderpooten 2015, European Journal of
 * Operational Research 245; Lacour, Klamroth and Fonseca 2017, algorithm 2). Points may agree in a loss: corners that this
 * makes superfluous stay, and own boxes without volume.
 */
final class UpperBounds {
    private final int objectives;
    private List<Corner> corners = new ArrayList<>();

    /** A corner, and for each loss a point that lies on that side of it. */
    static final class Corner {
        final double[] bound;
        final double[][] defining;

        Corner(double[] bound, double[][] defining) {
            this.bound = bound;
            this.defining = defining;
        }
    }

    UpperBounds(double[] reference) {
        this.objectives = reference.length;
        var defining = new double[objectives][objectives];
        for (int k = 0; k < objectives; k++) {
            Arrays.fill(defining[k], Double.NEGATIVE_INFINITY);
            defining[k][k] = reference[k];
        }
        corners.add(new Corner(reference.clone(), defining));
    }

    List<Corner> corners() {
        return corners;
    }

    /** A point that none before dominates, nor equals. */
    void add(double[] point) {
        var kept = new ArrayList<Corner>();
        for (var corner : corners) {
            if (!strictlyBelow(point, corner.bound)) {
                kept.add(corner);
                continue;
            }
            for (int k = 0; k < objectives; k++) {
                if (point[k] >= largestOfOthers(corner, k)) {
                    kept.add(pushed(corner, point, k));
                }
            }
        }
        corners = kept;
    }

    private static boolean strictlyBelow(double[] point, double[] bound) {
        for (int k = 0; k < point.length; k++) {
            if (point[k] >= bound[k]) {
                return false;
            }
        }
        return true;
    }

    private double largestOfOthers(Corner corner, int k) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < objectives; other++) {
            if (other != k) {
                largest = Math.max(largest, corner.defining[other][k]);
            }
        }
        return largest;
    }

    private static Corner pushed(Corner corner, double[] point, int k) {
        var bound = corner.bound.clone();
        bound[k] = point[k];
        var defining = corner.defining.clone();
        defining[k] = point;
        return new Corner(bound, defining);
    }
}

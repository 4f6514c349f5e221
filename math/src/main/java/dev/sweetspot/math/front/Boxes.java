package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boxes that do not overlap and together are the space below a reference point that a front leaves free. The volume that
 * a further point y adds is then a plain sum over them, prod_k max(0, upper_k - max(lower_k, y_k)), and the expected volume
 * under independent distributions of the losses is a sum of products of one-dimensional integrals (Yang, Emmerich, Deutz
 * and Baeck 2019, Journal of Global Optimization 75).
 *
 * <p>Two losses: n + 1 strips. More: the local upper bounds of the front, seen from below, are themselves a front, and what
 * that one dominates is cut along its own local bounds (Lacour, Klamroth and Fonseca 2017, Computers and Operations
 * Research 79). Immutable; the arrays given out are the boxes' own and must not be written to.
 */
public final class Boxes {
    private final double[][] lower;
    private final double[][] upper;

    private Boxes(double[][] lower, double[][] upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /**
     * The free space of any points; those that are not below the reference in every loss, or dominated, change nothing.
     *
     * @param losses n rows of m losses
     * @param reference m values
     * @return boxes whose lower ends may be minus infinity
     */
    public static Boxes nonDominated(double[][] losses, double[] reference) {
        var inside = new ArrayList<double[]>();
        for (var point : losses) {
            boolean below = point.length == reference.length;
            for (int k = 0; below && k < reference.length; k++) {
                below = point[k] < reference[k];
            }
            if (below) {
                inside.add(point);
            }
        }
        var front = Front.of(inside.toArray(double[][]::new)).points();
        return switch (reference.length) {
            case 1 -> interval(front, reference);
            case 2 -> strips(front, reference);
            default -> general(front, reference);
        };
    }

    private static Boxes interval(double[][] front, double[] reference) {
        double[][] lower = {{Double.NEGATIVE_INFINITY}};
        double[][] upper = {front.length == 0 ? reference.clone() : front[0]};
        return new Boxes(lower, upper);
    }

    private static Boxes strips(double[][] front, double[] reference) {
        int n = front.length;
        var lower = new double[n + 1][];
        var upper = new double[n + 1][];
        for (int i = 0; i <= n; i++) {
            lower[i] = new double[] {i == 0 ? Double.NEGATIVE_INFINITY : front[i - 1][0], Double.NEGATIVE_INFINITY};
            upper[i] = new double[] {i == n ? reference[0] : front[i][0], i == 0 ? reference[1] : front[i - 1][1]};
        }
        return new Boxes(lower, upper);
    }

    private static Boxes general(double[][] front, double[] reference) {
        var bounds = new UpperBounds(reference);
        for (var point : front) {
            bounds.add(point);
        }
        // From below everything is turned: the corners are the points, and the far end is minus infinity.
        var far = new double[reference.length];
        Arrays.fill(far, Double.POSITIVE_INFINITY);
        var turned = new UpperBounds(far);
        var corners =
                bounds.corners().stream().map(corner -> negated(corner.bound)).toArray(double[][]::new);
        for (var corner : Front.of(corners).points()) {
            turned.add(corner);
        }
        var lower = new ArrayList<double[]>();
        var upper = new ArrayList<double[]>();
        for (var corner : turned.corners()) {
            add(corner, lower, upper);
        }
        return new Boxes(lower.toArray(double[][]::new), upper.toArray(double[][]::new));
    }

    /** The part of the dominated space that belongs to one local bound (Lacour et al. 2017, equation 6). */
    private static void add(UpperBounds.Corner corner, List<double[]> lower, List<double[]> upper) {
        int m = corner.bound.length;
        var from = new double[m];
        var to = new double[m];
        from[0] = corner.bound[0];
        to[0] = Double.POSITIVE_INFINITY;
        for (int k = 1; k < m; k++) {
            from[k] = Double.NEGATIVE_INFINITY;
            for (int before = 0; before < k; before++) {
                from[k] = Math.max(from[k], corner.defining[before][k]);
            }
            to[k] = corner.bound[k];
        }
        for (int k = 0; k < m; k++) {
            if (!(from[k] < to[k])) {
                return;
            }
        }
        lower.add(negated(to));
        upper.add(negated(from));
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /** How many there are. */
    public int size() {
        return lower.length;
    }

    /** The lower corner of a box; minus infinity where nothing bounds it. */
    public double[] lower(int box) {
        return lower[box];
    }

    /** The upper corner of a box, finite. */
    public double[] upper(int box) {
        return upper[box];
    }

    /** The volume that a further point with finite losses adds to that of the front. */
    public double improvement(double[] losses) {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            double part = 1;
            for (int k = 0; k < losses.length && part > 0; k++) {
                part *= Math.max(0, upper[i][k] - Math.max(lower[i][k], losses[k]));
            }
            sum += part;
        }
        return sum;
    }
}

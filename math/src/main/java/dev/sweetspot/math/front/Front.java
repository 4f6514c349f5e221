package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Pareto front of points: those that no other dominates, all losses minimised, in lexicographic order. Of equal points
 * the first given stands for all. Immutable.
 */
public final class Front {
    private final double[][] points;
    private final int[] members;

    private Front(double[][] points, int[] members) {
        this.points = points;
        this.members = members;
    }

    /**
     * The front of n rows of m losses; O(n log n) for up to two losses, else O(m n f) with f the size of the front.
     *
     * @param losses no NaN; may be empty
     */
    public static Front of(double[][] losses) {
        int objectives = Dominance.check(losses);
        var points = new ArrayList<double[]>();
        var members = new ArrayList<Integer>();
        for (int index : Dominance.lexicographic(losses)) {
            if (!covered(points, losses[index], objectives)) {
                points.add(losses[index].clone());
                members.add(index);
            }
        }
        return new Front(
                points.toArray(double[][]::new),
                members.stream().mapToInt(Integer::intValue).toArray());
    }

    private static boolean covered(List<double[]> points, double[] point, int objectives) {
        int first = objectives <= 2 ? Math.max(0, points.size() - 1) : 0;
        for (int i = points.size() - 1; i >= first; i--) {
            if (Dominance.covers(points.get(i), point)) {
                return true;
            }
        }
        return false;
    }

    /** How many points are on it. */
    public int size() {
        return points.length;
    }

    /** Its points, a row each: a copy. */
    public double[][] points() {
        var copy = new double[points.length][];
        Arrays.setAll(copy, i -> points[i].clone());
        return copy;
    }

    /** Which of the points given these are. */
    public int[] members() {
        return members.clone();
    }

    /** Whether a point of the front is at most as large in every loss: a point like that would add nothing. */
    public boolean covers(double[] losses) {
        for (var point : points) {
            if (Dominance.covers(point, losses)) {
                return true;
            }
        }
        return false;
    }

    /** The smallest value of each loss on the front; it must not be empty. */
    public double[] ideal() {
        return extreme(-1);
    }

    /** The largest value of each loss on the front; it must not be empty. */
    public double[] nadir() {
        return extreme(1);
    }

    private double[] extreme(int sign) {
        if (points.length == 0) {
            throw new IllegalStateException("an empty front has no ends");
        }
        var extreme = points[0].clone();
        for (var point : points) {
            for (int k = 0; k < extreme.length; k++) {
                if (sign * Double.compare(point[k], extreme[k]) > 0) {
                    extreme[k] = point[k];
                }
            }
        }
        return extreme;
    }

    /** The volume between the front and a reference point, see {@link Hypervolume#of}. */
    public double hypervolume(double[] reference) {
        return Hypervolume.of(points, reference);
    }

    /** The space below a reference point that no point of the front dominates, see {@link Boxes}. */
    public Boxes nonDominated(double[] reference) {
        return Boxes.nonDominated(points, reference);
    }
}

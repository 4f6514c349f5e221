package dev.sweetspot.math.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The volume that points dominate below a reference point (Zitzler and Thiele 1998, PPSN V), exactly. Losses are
 * minimised; a point that is not below the reference in every loss adds nothing, nor does one with NaN.
 *
 * <p>Two losses: a sweep, O(n log n). Three: a sweep along the third over a staircase, O(n log n) (Beume, Fonseca,
 * Lopez-Ibanez, Paquete and Vahrenhold 2009, IEEE Transactions on Evolutionary Computation 13). More: WFG (While,
 * Bradstreet and Barone 2012, IEEE Transactions on Evolutionary Computation 16, figure 3), which ends in the sweep at three
 * losses; exponential in the number of losses, fast for fronts of hundreds of points up to six or so.
 */
public final class Hypervolume {
    private Hypervolume() {}

    /**
     * The volume.
     *
     * @param losses n rows of m losses
     * @param reference m values, the corner that is not dominated by anything of worth
     * @return at least 0; infinite when a point that counts is infinitely good in one loss
     */
    public static double of(double[][] losses, double[] reference) {
        var counted = inside(losses, reference);
        for (var point : counted) {
            if (Arrays.stream(point).anyMatch(Double::isInfinite)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return volume(counted, reference, reference.length);
    }

    /**
     * By how much the volume would shrink without each point alone: 0 for one that another covers. Dominated points count
     * too: they fill a part of what the loss of another leaves.
     *
     * @param losses finite where they are below the reference
     * @return one number a row of losses
     */
    public static double[] contributions(double[][] losses, double[] reference) {
        var contributions = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            if (isInside(losses[i], reference)) {
                var others = new ArrayList<double[]>();
                for (int k = 0; k < losses.length; k++) {
                    if (k != i && isInside(losses[k], reference)) {
                        others.add(losses[k]);
                    }
                }
                contributions[i] = exclusive(losses[i], others, reference, reference.length);
            }
        }
        return contributions;
    }

    /**
     * How much a further point would add to the volume.
     *
     * @param losses what is there; finite where below the reference
     * @param point the further one, likewise
     */
    public static double improvement(double[][] losses, double[] point, double[] reference) {
        return isInside(point, reference)
                ? exclusive(point, Arrays.asList(inside(losses, reference)), reference, reference.length)
                : 0;
    }

    /**
     * The points that are taken when, one after the other, the one that adds most to the volume is taken; its volume is at
     * least 1 - 1/e of that of the best subset, since the volume is submodular (Nemhauser, Wolsey and Fisher 1978,
     * Mathematical Programming 14; for the hypervolume Guerreiro, Fonseca and Paquete 2016, Evolutionary Computation 24).
     * Of equal ones the first. Where no point adds anything, the rest follow in order.
     *
     * @param most at most so many are taken
     * @return rows, in the order in which they were taken
     */
    public static int[] greedySubset(double[][] losses, double[] reference, int most) {
        var left = new ArrayList<Integer>();
        // What a point adds can only shrink as others are taken: what it added once bounds what it adds now.
        var bounds = new double[losses.length];
        for (int i = 0; i < losses.length; i++) {
            left.add(i);
            bounds[i] = improvement(new double[0][], losses[i], reference);
        }
        var taken = new ArrayList<double[]>();
        var subset = new int[Math.max(0, Math.min(most, losses.length))];
        for (int place = 0; place < subset.length; place++) {
            left.sort(Comparator.<Integer>comparingDouble(i -> -bounds[i]).thenComparing(i -> i));
            int best = -1;
            for (int candidate : left) {
                if (best >= 0 && bounds[candidate] < bounds[best]) {
                    break;
                }
                bounds[candidate] = improvement(taken.toArray(double[][]::new), losses[candidate], reference);
                if (best < 0
                        || bounds[candidate] > bounds[best]
                        || (bounds[candidate] == bounds[best] && candidate < best)) {
                    best = candidate;
                }
            }
            subset[place] = best;
            taken.add(losses[best]);
            left.remove((Integer) best);
        }
        return subset;
    }

    private static boolean isInside(double[] point, double[] reference) {
        if (point.length != reference.length) {
            throw new IllegalArgumentException(
                    "losses: " + point.length + " where the reference point has " + reference.length);
        }
        for (int k = 0; k < point.length; k++) {
            if (!(point[k] < reference[k])) {
                return false;
            }
        }
        return true;
    }

    private static double[][] inside(double[][] losses, double[] reference) {
        return Arrays.stream(losses).filter(point -> isInside(point, reference)).toArray(double[][]::new);
    }

    /** Looks at the first losses of each point only; the last of them is swept over. */
    private static double volume(double[][] points, double[] reference, int objectives) {
        if (points.length == 0) {
            return 0;
        }
        return switch (objectives) {
            case 1 ->
                reference[0]
                        - Arrays.stream(points).mapToDouble(p -> p[0]).min().orElseThrow();
            case 2 -> area(points, reference);
            case 3 -> Staircase.volume(points, reference);
            default -> wfg(points, reference, objectives);
        };
    }

    private static double area(double[][] points, double[] reference) {
        var sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[0]));
        double area = 0;
        double lowest = reference[1];
        for (var point : sorted) {
            if (point[1] < lowest) {
                area += (reference[0] - point[0]) * (lowest - point[1]);
                lowest = point[1];
            }
        }
        return area;
    }

    /**
     * The points in the order of their last loss, worst first: each adds what the rest does not cover, a slab of one loss
     * less, as the rest is no worse in the last.
     */
    private static double wfg(double[][] points, double[] reference, int objectives) {
        int last = objectives - 1;
        var sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> -point[last]));
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            double height = reference[last] - sorted[i][last];
            sum += height * exclusive(sorted[i], Arrays.asList(sorted).subList(i + 1, sorted.length), reference, last);
        }
        return sum;
    }

    /** What a point dominates and others do not: its own box less the volume of the others' parts inside it. */
    private static double exclusive(double[] point, List<double[]> others, double[] reference, int objectives) {
        double box = 1;
        for (int k = 0; k < objectives; k++) {
            box *= reference[k] - point[k];
        }
        var limited = new ArrayList<double[]>();
        for (var other : others) {
            var part = new double[objectives];
            boolean covers = true;
            for (int k = 0; k < objectives; k++) {
                part[k] = Math.max(point[k], other[k]);
                covers &= other[k] <= point[k];
            }
            if (covers) {
                return 0;
            }
            limited.add(part);
        }
        if (limited.isEmpty()) {
            return box;
        }
        var front = Front.of(limited.toArray(double[][]::new)).points();
        return Math.max(0, box - volume(front, reference, objectives));
    }
}

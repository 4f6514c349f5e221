package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The volume that points dominate below a reference point, by slicing along the last objective. Exact; meant for a few
 * hundred points and at most four objectives. Written apart from the library's own, so that neither can hide a fault of the
 * other.
 */
final class Hypervolume {
    private Hypervolume() {}

    /**
     * The volume.
     *
     * @param points losses; those that are not below the reference in every objective count nothing
     * @param reference one number an objective, at least 2
     */
    static double of(List<double[]> points, double[] reference) {
        var inside = new ArrayList<double[]>();
        for (var point : points) {
            if (below(point, reference)) {
                inside.add(point);
            }
        }
        return volume(inside, reference, reference.length);
    }

    private static boolean below(double[] point, double[] reference) {
        for (int k = 0; k < reference.length; k++) {
            if (!(point[k] < reference[k])) {
                return false;
            }
        }
        return true;
    }

    private static double volume(List<double[]> points, double[] reference, int objectives) {
        if (objectives == 2) {
            return area(points, reference);
        }
        int last = objectives - 1;
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparingDouble(point -> point[last]));
        double sum = 0;
        for (int i = 0; i < sorted.size(); i++) {
            double top = i + 1 < sorted.size() ? sorted.get(i + 1)[last] : reference[last];
            double height = top - sorted.get(i)[last];
            if (height > 0) {
                sum += height * volume(sorted.subList(0, i + 1), reference, last);
            }
        }
        return sum;
    }

    private static double area(List<double[]> points, double[] reference) {
        var sorted = new ArrayList<>(points);
        sorted.sort(Comparator.<double[]>comparingDouble(point -> point[0]).thenComparingDouble(point -> point[1]));
        double sum = 0;
        double lowest = reference[1];
        for (var point : sorted) {
            if (point[1] < lowest) {
                sum += (reference[0] - point[0]) * (lowest - point[1]);
                lowest = point[1];
            }
        }
        return sum;
    }
}

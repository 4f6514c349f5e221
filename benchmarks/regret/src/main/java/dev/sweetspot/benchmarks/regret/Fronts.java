package dev.sweetspot.benchmarks.regret;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which points no other one dominates. */
final class Fronts {
    private Fronts() {}

    /** The points that no other is at least as good as in everything; of equal ones, one. */
    static List<double[]> best(List<double[]> points) {
        var sorted = new ArrayList<>(points);
        // Whatever dominates a point stands before it then.
        sorted.sort(Comparator.comparingDouble(Fronts::sum));
        var front = new ArrayList<double[]>();
        for (var point : sorted) {
            if (front.stream().noneMatch(other -> covers(other, point))) {
                front.add(point);
            }
        }
        return front;
    }

    private static double sum(double[] point) {
        double sum = 0;
        for (double each : point) {
            sum += each;
        }
        return sum;
    }

    private static boolean covers(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (!(one[k] <= other[k])) {
                return false;
            }
        }
        return true;
    }
}

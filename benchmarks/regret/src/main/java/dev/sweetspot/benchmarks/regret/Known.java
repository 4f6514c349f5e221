package dev.sweetspot.benchmarks.regret;

import java.util.Arrays;
import java.util.List;

/**
 * The best that is known of a challenge: a value, or a front.
 *
 * @param front one point for a single objective
 * @param reference what a point must beat in each objective to count, at the least; the front's own extent counts when it
 *     is wider
 */
record Known(List<double[]> front, List<Double> reference) {
    private static final double MARGIN = 0.1;

    Known {
        front = List.copyOf(front);
        reference = List.copyOf(reference);
    }

    static Known of(double best) {
        return new Known(List.of(new double[] {best}), List.of());
    }

    double best() {
        return front.get(0)[0];
    }

    /** The front's smallest value of an objective. */
    private double ideal(int k) {
        return front.stream().mapToDouble(point -> point[k]).min().orElse(0);
    }

    /** The front's largest value of an objective and a tenth of its extent, or the reference if that is larger. */
    private double nadir(int k) {
        double most = front.stream().mapToDouble(point -> point[k]).max().orElse(1);
        double beyond = most + MARGIN * (most - ideal(k));
        return k < reference.size() ? Math.max(beyond, reference.get(k)) : beyond;
    }

    /** The hypervolume that is missing to the front's, with the front's ideal point as 0 and its nadir as 1. */
    double missing(List<double[]> points) {
        int objectives = front.get(0).length;
        var ones = new double[objectives];
        Arrays.fill(ones, 1);
        return Math.max(0, Hypervolume.of(scaled(front), ones) - Hypervolume.of(scaled(points), ones));
    }

    private List<double[]> scaled(List<double[]> points) {
        return points.stream()
                .map(point -> {
                    var scaled = new double[point.length];
                    for (int k = 0; k < point.length; k++) {
                        scaled[k] = (point[k] - ideal(k)) / (nadir(k) - ideal(k));
                    }
                    return scaled;
                })
                .toList();
    }
}

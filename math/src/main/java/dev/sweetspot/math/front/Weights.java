package dev.sweetspot.math.front;

import java.util.List;

/** Weights that were given by a person, and losses measured in the width of their front. */
final class Weights {
    private Weights() {}

    static void check(List<Double> weights) {
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("weight = " + weight + ": must be a finite number, at least 0");
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("weights = " + weights + ": at least one must be above 0");
        }
    }

    static void fit(double[][] losses, int objectives) {
        for (var row : losses) {
            if (row.length != objectives) {
                throw new IllegalArgumentException("losses: " + row.length + " where there are " + objectives
                        + " weights, one for each objective");
            }
        }
    }

    static boolean hasNaN(double[] row) {
        for (double value : row) {
            if (Double.isNaN(value)) {
                return true;
            }
        }
        return false;
    }
}

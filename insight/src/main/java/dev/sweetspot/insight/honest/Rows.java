package dev.sweetspot.insight.honest;

import java.util.Arrays;

/** What a belief is formed of: one row for each configuration. The arrays must not be written to. */
final class Rows {
    private final double[][] points;
    private final double[] losses;
    private final int[] runs;
    private final double squares;

    /**
     * Rows of as many points, losses and runs.
     *
     * @param points in the unit cube, NaN where a parameter is not active
     * @param losses means over the runs of a configuration, finite
     * @param runs how many runs each mean is of, at least 1
     * @param squares the sum of squares of all runs about the means of their configurations; 0 without repeats
     */
    Rows(double[][] points, double[] losses, int[] runs, double squares) {
        this.points = points;
        this.losses = losses;
        this.runs = runs;
        this.squares = squares;
    }

    double[][] points() {
        return points;
    }

    double[] losses() {
        return losses;
    }

    int runs(int row) {
        return runs[row];
    }

    double squares() {
        return squares;
    }

    /** How many runs there are beyond the first of each configuration. */
    int repeats() {
        return Arrays.stream(runs).map(count -> count - 1).sum();
    }
}

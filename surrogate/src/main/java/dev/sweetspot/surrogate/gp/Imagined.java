package dev.sweetspot.surrogate.gp;

import java.util.Arrays;
import java.util.List;

/**
 * Gaussian processes over the same points that differ in what is imagined at some of them. They share all that depends on
 * where the points are, so that many cost little more than one. Immutable.
 */
public final class Imagined {
    private final List<GaussianProcess> processes;
    private final double[][] weights;
    private final double[] least;

    /** @param known how many points have values that were measured: the others are imagined */
    Imagined(List<GaussianProcess> processes, int known) {
        this.processes = List.copyOf(processes);
        this.weights = processes.stream().map(GaussianProcess::weights).toArray(double[][]::new);
        this.least = processes.stream()
                .mapToDouble(process -> {
                    double lowest = Double.POSITIVE_INFINITY;
                    for (int i = known; i < process.size(); i++) {
                        lowest = Math.min(lowest, process.value(i));
                    }
                    return lowest;
                })
                .toArray();
    }

    /** How many there are. */
    public int size() {
        return weights.length;
    }

    /** The lowest value that one of them imagines. */
    public double least(int which) {
        return least[which];
    }

    /** The means of each at many points: a row for each process. */
    public double[][] means(double[][] points) {
        return processes.stream().map(process -> process.means(points)).toArray(double[][]::new);
    }

    /** The standard deviations at many points, which are the same in all. */
    public double[] deviations(double[][] points) {
        return Arrays.stream(processes.get(0).predict(points))
                .mapToDouble(GaussianProcess.Prediction::deviation)
                .toArray();
    }

    /**
     * What is expected at a point, and how that changes with the coordinates of numbers.
     *
     * @param means written to: one a process
     * @param meanSlopes written to: a row for each process, a coordinate a column
     * @param varianceSlope written to
     * @return the variance
     */
    public double predict(double[] point, double[] means, double[][] meanSlopes, double[] varianceSlope) {
        return processes.get(0).predict(point, weights, means, meanSlopes, varianceSlope);
    }
}

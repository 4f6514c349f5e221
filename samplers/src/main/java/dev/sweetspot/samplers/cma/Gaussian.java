package dev.sweetspot.samplers.cma;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The normal distribution that the strategy moves: x = mean + step A y with y of covariance C and A diagonal, which is the
 * unit matrix but where margins widen it. One update a generation (Hansen 2016, arXiv:1604.00772, section A).
 */
final class Gaussian {
    final Strategy strategy;
    final double[] mean;
    final double[] widening;
    double step;
    private final double[][] covariance;
    private final double[] stepPath;
    private final double[] covariancePath;
    private double[][] axes;
    private double[] lengths;
    private int generation;

    Gaussian(Strategy strategy, double[] mean, double step) {
        int n = mean.length;
        this.strategy = strategy;
        this.mean = mean.clone();
        this.step = step;
        this.widening = new double[n];
        Arrays.fill(widening, 1);
        this.covariance = new double[n][n];
        this.axes = new double[n][n];
        this.lengths = new double[n];
        Arrays.fill(lengths, 1);
        for (int k = 0; k < n; k++) {
            covariance[k][k] = 1;
            axes[k][k] = 1;
        }
        this.stepPath = new double[n];
        this.covariancePath = new double[n];
    }

    private Gaussian(Gaussian other) {
        this.strategy = other.strategy;
        this.mean = other.mean.clone();
        this.widening = other.widening.clone();
        this.step = other.step;
        this.covariance = Arrays.stream(other.covariance).map(double[]::clone).toArray(double[][]::new);
        this.stepPath = other.stepPath.clone();
        this.covariancePath = other.covariancePath.clone();
        // Replaced as a whole, never written to.
        this.axes = other.axes;
        this.lengths = other.lengths;
        this.generation = other.generation;
    }

    Gaussian copy() {
        return new Gaussian(this);
    }

    int generation() {
        return generation;
    }

    double[][] covariance() {
        return covariance;
    }

    /** The standard deviation of one coordinate, above 0. */
    double deviation(int k) {
        return Math.max(1e-100, step * widening[k] * Math.sqrt(Math.max(0, covariance[k][k])));
    }

    /** The ratio of the longest axis to the shortest, squared. */
    double condition() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double length : lengths) {
            least = Math.min(least, length);
            most = Math.max(most, length);
        }
        return lengths.length == 0 ? 1 : most * most / (least * least);
    }

    /** A draw. */
    double[] draw(RandomGenerator random) {
        int n = mean.length;
        var scaled = new double[n];
        for (int k = 0; k < n; k++) {
            scaled[k] = lengths[k] * random.nextGaussian();
        }
        var x = new double[n];
        for (int i = 0; i < n; i++) {
            double y = 0;
            for (int k = 0; k < n; k++) {
                y += axes[i][k] * scaled[k];
            }
            x[i] = mean[i] + step * widening[i] * y;
        }
        return x;
    }

    /** C^(-1/2) y. */
    private double[] whitened(double[] y) {
        int n = y.length;
        var along = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                along[k] += axes[i][k] * y[i];
            }
            along[k] /= lengths[k];
        }
        var white = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                white[i] += axes[i][k] * along[k];
            }
        }
        return white;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    /**
     * One generation. A point that lies farther away than a draw of this distribution ever does comes from elsewhere: it
     * is drawn in along its direction, so that it shows the way without taking over (Hansen 2011, "Injecting external
     * solutions into CMA-ES", arXiv:1110.4181).
     *
     * @param points as many as the strategy has weights
     * @param weights one for each of them
     */
    void update(double[][] points, double[] weights) {
        int n = mean.length;
        var y = new double[points.length][n];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n; k++) {
                y[i][k] = (points[i][k] - mean[k]) / (step * widening[k]);
            }
            double distance = norm(whitened(y[i]));
            double most = Math.sqrt(n) + 3;
            for (int k = 0; k < n && distance > most; k++) {
                y[i][k] *= most / distance;
            }
        }
        var move = new double[n];
        for (int i = 0; i < y.length; i++) {
            for (int k = 0; k < n && weights[i] > 0; k++) {
                move[k] += weights[i] * y[i][k];
            }
        }
        for (int k = 0; k < n; k++) {
            mean[k] += step * widening[k] * move[k];
        }
        generation++;
        boolean steady = paths(move);
        adapt(y, weights, steady);
        double stretch = strategy.pathRate / strategy.damping * (norm(stepPath) / strategy.length - 1);
        step *= Math.exp(Math.min(1, stretch));
        decompose();
    }

    /** Moves both paths; false while the one of the step is so long that the other must not grow. */
    private boolean paths(double[] move) {
        var white = whitened(move);
        double cs = strategy.pathRate;
        double cc = strategy.covariancePathRate;
        double factor = Math.sqrt(cs * (2 - cs) * strategy.effective);
        for (int k = 0; k < mean.length; k++) {
            stepPath[k] = (1 - cs) * stepPath[k] + factor * white[k];
        }
        double settled = Math.sqrt(1 - Math.pow(1 - cs, 2.0 * generation));
        boolean steady = norm(stepPath) / settled < (1.4 + 2 / (mean.length + 1.0)) * strategy.length;
        for (int k = 0; k < mean.length; k++) {
            covariancePath[k] = (1 - cc) * covariancePath[k]
                    + (steady ? Math.sqrt(cc * (2 - cc) * strategy.effective) * move[k] : 0);
        }
        return steady;
    }

    private void adapt(double[][] y, double[] weights, boolean steady) {
        int n = mean.length;
        double cc = strategy.covariancePathRate;
        double sum = 0;
        var scaled = weights.clone();
        for (int i = 0; i < y.length; i++) {
            sum += weights[i];
            if (weights[i] < 0) {
                double length = norm(whitened(y[i]));
                scaled[i] *= n / Math.max(length * length, 1e-300);
            }
        }
        double keep = 1 + (steady ? 0 : strategy.rankOne * cc * (2 - cc)) - strategy.rankOne - strategy.rankMu * sum;
        for (int a = 0; a < n; a++) {
            for (int b = 0; b <= a; b++) {
                double value = keep * covariance[a][b] + strategy.rankOne * covariancePath[a] * covariancePath[b];
                for (int i = 0; i < y.length; i++) {
                    value += strategy.rankMu * scaled[i] * y[i][a] * y[i][b];
                }
                covariance[a][b] = value;
                covariance[b][a] = value;
            }
        }
    }

    /** As often as the covariance has changed by a tenth: the decomposition is the dear part (Hansen 2016, B.2). */
    private void decompose() {
        int n = mean.length;
        int gap = (int) (1 / (10.0 * n * (strategy.rankOne + strategy.rankMu)));
        if (gap > 1 && generation % gap != 0) {
            return;
        }
        var eigen = new SymmetricEigen(covariance);
        axes = eigen.vectors;
        lengths = new double[n];
        for (int k = 0; k < n; k++) {
            lengths[k] = Math.sqrt(Math.max(eigen.values[k], 1e-30));
        }
    }
}

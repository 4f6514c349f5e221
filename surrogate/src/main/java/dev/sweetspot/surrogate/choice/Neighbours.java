package dev.sweetspot.surrogate.choice;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import dev.sweetspot.surrogate.gp.HyperparameterSearch;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the results of other configurations make one expect of each: by a Gaussian process, or by mean and variance of all
 * where there are too few for one.
 */
final class Neighbours {
    private static final int FEWEST = 8;
    /** Of the variance of the process: what is taken for no noise at all. */
    private static final double SILENT = 1e-6;

    private final Columns columns;
    private final double[][] points;
    private final double[] values;
    private final Optional<GaussianProcess> process;
    private final Prediction[] without;

    private Neighbours(Columns columns, double[][] points, double[] values, Optional<GaussianProcess> process) {
        this.columns = columns;
        this.points = points;
        this.values = values;
        this.process = process;
        this.without = process.map(GaussianProcess::leaveOneOut).orElse(new Prediction[0]);
    }

    /**
     * Learns from results.
     *
     * @param points in the unit cube, NaN where a parameter is not active
     * @param values finite, one a point
     */
    static Neighbours of(Columns columns, double[][] points, double[] values) {
        if (points.length < FEWEST
                || columns.size() == 0
                || Arrays.stream(values).distinct().count() < 2) {
            return new Neighbours(columns, points, values, Optional.empty());
        }
        var hyperparameters = HyperparameterSearch.usual().find(columns, points, values);
        return new Neighbours(
                columns, points, values, Optional.of(GaussianProcess.of(columns, points, values, hyperparameters)));
    }

    /** The variance of what the process takes for noise; half of the variance of all where there is no process. */
    double noise() {
        return process.map(GaussianProcess::noiseVariance).orElseGet(() -> 0.5 * spread());
    }

    /** What all others make one expect of the true value of one of those that were learnt from. */
    Prediction without(int place) {
        if (process.isEmpty()) {
            return all();
        }
        var left = without[place];
        return new Prediction(left.mean(), Math.max(0, left.variance() - noise()) + least());
    }

    /** What is expected of the true value at another point. */
    Prediction at(double[] point) {
        return process.map(known -> known.predict(point)).orElseGet(this::all);
    }

    private double least() {
        return process.map(known -> 1e-6 * known.variance()).orElse(0.0);
    }

    private Prediction all() {
        double mean = Arrays.stream(values).average().orElse(0);
        return new Prediction(mean, values.length < 2 ? 1 : 0.5 * spread());
    }

    private double spread() {
        double mean = Arrays.stream(values).average().orElse(0);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return values.length < 2 ? 0 : squares / (values.length - 1);
    }

    /**
     * How much better the results are foretold when part of them is taken for noise than when all is taken for a rough
     * function: the difference of the logarithms of the probability of each result given all others. Near 0 where noise
     * explains nothing.
     */
    double evidenceOfNoise() {
        if (process.isEmpty()) {
            return 0;
        }
        var usual = HyperparameterSearch.usual();
        var rough = new HyperparameterSearch(usual.scale(), usual.spread(), SILENT, 1e-3, usual.shapeSpread());
        var silent = GaussianProcess.of(columns, points, values, rough.find(columns, points, values));
        return density(without) - density(silent.leaveOneOut());
    }

    private double density(Prediction[] left) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            double deviation = Math.max(1e-9, left[i].deviation());
            sum += Normal.logDensity((values[i] - left[i].mean()) / deviation) - Math.log(deviation);
        }
        return sum;
    }
}

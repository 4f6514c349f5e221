package dev.sweetspot.insight.importance;

import java.util.Arrays;

/**
 * What components foretell of configurations that were kept from them: for each configuration the mean over the bags that do
 * not have it. The last row is all that the named components leave over.
 */
final class Unseen {
    private final double[][] features;
    private final double[] values;
    private final double noise;
    private final double foretold;

    private Unseen(double[][] features, double[] values, double noise, double foretold) {
        this.features = features;
        this.values = values;
        this.noise = noise;
        this.foretold = foretold;
    }

    /**
     * Those of all parameters alone and of some pairs.
     *
     * @param named the pairs, as {@link Pairs} counts them
     */
    static Unseen of(Forest forest, Components components, Pairs twos, int[] named, byte[][] columns, double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        int ones = forest.cube().size();
        var features = new double[ones + named.length + 1][values.length];
        var unseen = forest.unseen(columns, values.length);
        double errors = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            int count = 0;
            for (int b = 0; b < components.bags(); b++) {
                if (forest.bags().get(b).without(i)) {
                    count++;
                    for (int c = 0; c < ones; c++) {
                        int part = columns[c][i];
                        features[c][i] += part < 0 ? 0 : components.centred(b, c)[part];
                    }
                    for (int k = 0; k < named.length; k++) {
                        features[ones + k][i] += joint(components, twos, b, named[k], columns, i);
                    }
                }
            }
            double expected = Double.isNaN(unseen[i]) ? mean : unseen[i];
            double rest = expected - mean;
            for (int f = 0; f < features.length - 1; f++) {
                features[f][i] /= Math.max(1, count);
                rest -= features[f][i];
            }
            features[features.length - 1][i] = count == 0 ? 0 : rest;
            errors += (values[i] - expected) * (values[i] - expected);
            squares += (values[i] - mean) * (values[i] - mean);
        }
        var centred = Arrays.stream(values).map(value -> value - mean).toArray();
        return new Unseen(features, centred, errors / values.length, squares > 0 ? 1 - errors / squares : 0);
    }

    private static double joint(Components components, Pairs twos, int bag, int index, byte[][] columns, int row) {
        var pair = twos.pairs().get(index);
        int one = columns[pair.one()][row];
        int other = columns[pair.other()][row];
        return one < 0 || other < 0 ? 0 : components.grid(bag, index)[one * pair.columns() + other];
    }

    /** The factors by which the components should be larger. */
    double[] factors() {
        var weights = new double[values.length];
        Arrays.fill(weights, 1);
        return Calibration.factors(features, values, weights, noise);
    }

    /** Those that a resample would give. */
    double[] factors(int[] drawn) {
        return Calibration.factors(
                features, values, Arrays.stream(drawn).asDoubleStream().toArray(), noise);
    }

    /** How sure it is that each is there at all, in standard errors. */
    double[] certainties() {
        return Calibration.certainties(features, values, noise);
    }

    /** The square of the standard error of a mean over all configurations: of what is not foretold. */
    double error() {
        return noise / values.length;
    }

    /** The share of the differences that was foretold, at most 1. */
    double foretold() {
        return foretold;
    }
}

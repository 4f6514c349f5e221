package dev.sweetspot.insight.importance;

import dev.sweetspot.math.linear.Cholesky;
import java.util.Arrays;

/**
 * By which factor each component really is larger or smaller than the forest has it. Forests draw everything towards the
 * mean, what is weak more than what is strong; so the values are regressed on what the components foretell of configurations
 * that were kept from them (stacking: Wolpert 1992, Neural Networks 5; Breiman 1996, Machine Learning 24). A factor that the
 * data say nothing of stays near 1.
 */
final class Calibration {
    /** The standard deviation of factors before anything is known. */
    private static final double PRIOR = 0.5;

    private static final double LARGEST = 2;
    /** Two components that foretell the same can not be told apart; nothing is made of that. */
    private static final double RIDGE = 1e-6;

    private Calibration() {}

    /**
     * The factors, from 0 to 2.
     *
     * @param features what each component foretells of each configuration
     * @param values of the configurations, less their mean
     * @param weights of the configurations
     * @param noise the variance of what is not foretold
     */
    static double[] factors(double[][] features, double[] values, double[] weights, double noise) {
        int k = features.length;
        var matrix = new double[k][k];
        var right = new double[k];
        // Where nothing at all is left over, the factors still must not follow rounding.
        double prior = Math.max(noise, 1e-9 * dot(values, values, weights) / values.length) / (PRIOR * PRIOR);
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                matrix[a][b] = dot(features[a], features[b], weights);
                matrix[b][a] = matrix[a][b];
            }
            matrix[a][a] += prior;
            right[a] = dot(features[a], values, weights) + prior;
        }
        return Cholesky.of(matrix)
                .map(factored -> Arrays.stream(factored.solve(right))
                        .map(each -> Math.max(0, Math.min(LARGEST, each)))
                        .toArray())
                .orElseGet(() -> {
                    var ones = new double[k];
                    Arrays.fill(ones, 1);
                    return ones;
                });
    }

    /**
     * How sure it is that each component is there at all: its factor without any prior, in standard errors. Under chance
     * nearly normal; 0 for a component that is nowhere anything.
     */
    static double[] certainties(double[][] features, double[] values, double noise) {
        int k = features.length;
        var ones = new double[values.length];
        Arrays.fill(ones, 1);
        var matrix = new double[k][k];
        var right = new double[k];
        var sizes = new double[k];
        for (int a = 0; a < k; a++) {
            sizes[a] = Math.sqrt(dot(features[a], features[a], ones));
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                double size = sizes[a] * sizes[b];
                matrix[a][b] = size > 0 ? dot(features[a], features[b], ones) / size : 0;
            }
            matrix[a][a] += RIDGE;
            right[a] = sizes[a] > 0 ? dot(features[a], values, ones) / sizes[a] : 0;
        }
        var result = new double[k];
        var factored = Cholesky.of(matrix);
        if (factored.isEmpty()) {
            return result;
        }
        var factors = factored.get().solve(right);
        for (int a = 0; a < k; a++) {
            var unit = new double[k];
            unit[a] = 1;
            double variance = noise * factored.get().solve(unit)[a];
            result[a] = sizes[a] > 0 ? factors[a] / Math.sqrt(variance) : 0;
        }
        return result;
    }

    private static double dot(double[] one, double[] other, double[] weights) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += weights[i] * one[i] * other[i];
        }
        return sum;
    }
}

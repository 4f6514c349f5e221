package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.surrogate.gp.Imagined;

/**
 * The logarithm of the expected improvement where values are noisy: which trial is the best, and how good, is itself
 * uncertain, and so is what running trials will give. The mean over draws of both, of the improvement on the best of each
 * draw (Letham, Karrer, Ottoni and Bakshy 2019, Bayesian Analysis 14, equation 10; in logarithms as in Ament et al.
 * 2023).
 */
final class NoisyImprovement implements Acquisition {
    private final Imagined imagined;

    NoisyImprovement(Imagined imagined) {
        this.imagined = imagined;
    }

    @Override
    public double at(double[] point) {
        return at(new double[][] {point})[0];
    }

    @Override
    public double[] at(double[][] points) {
        var means = imagined.means(points);
        var deviations = imagined.deviations(points);
        var result = new double[points.length];
        var logs = new double[imagined.size()];
        for (int i = 0; i < result.length; i++) {
            for (int m = 0; m < logs.length; m++) {
                logs[m] = log(m, means[m][i], deviations[i]);
            }
            result[i] = logOfMean(logs);
        }
        return result;
    }

    private double log(int which, double mean, double deviation) {
        return Math.log(deviation) + Normal.logExpectedImprovement((imagined.least(which) - mean) / deviation);
    }

    private static double logOfMean(double[] logs) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - largest);
        }
        return largest + Math.log(sum / logs.length);
    }

    @Override
    public double at(double[] point, double[] slope) {
        int draws = imagined.size();
        var means = new double[draws];
        var meanSlopes = new double[draws][point.length];
        var varianceSlope = new double[point.length];
        double deviation = Math.sqrt(imagined.predict(point, means, meanSlopes, varianceSlope));
        var logs = new double[draws];
        for (int m = 0; m < draws; m++) {
            logs[m] = log(m, means[m], deviation);
        }
        double value = logOfMean(logs);
        var byMean = new double[draws];
        double byVariance = 0;
        for (int m = 0; m < draws; m++) {
            double share = Math.exp(logs[m] - value) / draws;
            double z = (imagined.least(m) - means[m]) / deviation;
            double steep = Normal.logExpectedImprovementSlope(z);
            byMean[m] = -share * steep / deviation;
            byVariance += share * (1 - z * steep) / deviation / (2 * deviation);
        }
        for (int i = 0; i < slope.length; i++) {
            double sum = byVariance * varianceSlope[i];
            for (int m = 0; m < draws; m++) {
                sum += byMean[m] * meanSlopes[m][i];
            }
            slope[i] = sum;
        }
        return value;
    }
}

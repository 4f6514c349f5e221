package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.math.front.Boxes;
import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import java.util.List;

/**
 * The logarithm of the expected gain in hypervolume of several objectives with independent models. The free space below
 * the reference point is cut into boxes (l, u); with {@code e_k(a) = E max(0, a - Y_k)} the expectation is
 *
 * <pre>sum over boxes of prod_k (e_k(u_k) - e_k(l_k))</pre>
 *
 * <p>(Yang et al. 2019, theorem 1), computed in logarithms throughout, so that it has a slope also where it is as good as
 * nothing.
 */
final class HypervolumeImprovement implements Acquisition {
    private final List<Model> models;
    private final Boxes boxes;

    HypervolumeImprovement(List<Model> models, Boxes boxes) {
        this.models = List.copyOf(models);
        this.boxes = boxes;
    }

    @Override
    public double at(double[] point) {
        var means = new double[models.size()];
        var deviations = new double[models.size()];
        for (int k = 0; k < means.length; k++) {
            var prediction = models.get(k).predict(point);
            means[k] = prediction.mean();
            deviations[k] = prediction.deviation();
        }
        return value(means, deviations, null, null);
    }

    @Override
    public double[] at(double[][] points) {
        var predictions = new Prediction[models.size()][];
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = models.get(k).predict(points);
        }
        var result = new double[points.length];
        var means = new double[models.size()];
        var deviations = new double[models.size()];
        for (int i = 0; i < result.length; i++) {
            for (int k = 0; k < means.length; k++) {
                means[k] = predictions[k][i].mean();
                deviations[k] = predictions[k][i].deviation();
            }
            result[i] = value(means, deviations, null, null);
        }
        return result;
    }

    @Override
    public double at(double[] point, double[] slope) {
        int m = models.size();
        var means = new double[m];
        var deviations = new double[m];
        var meanSlopes = new double[m][slope.length];
        var varianceSlopes = new double[m][slope.length];
        for (int k = 0; k < m; k++) {
            var prediction = models.get(k).predict(point, meanSlopes[k], varianceSlopes[k]);
            means[k] = prediction.mean();
            deviations[k] = prediction.deviation();
        }
        var byMean = new double[m];
        var byDeviation = new double[m];
        double value = value(means, deviations, byMean, byDeviation);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = 0;
            for (int k = 0; k < m; k++) {
                slope[i] += byMean[k] * meanSlopes[k][i] + byDeviation[k] * varianceSlopes[k][i] / (2 * deviations[k]);
            }
        }
        return value;
    }

    /** The value; the derivatives by means and deviations as well, when there is somewhere to write them. */
    private double value(
            double[] means,
            double[] deviations,
            double @org.jspecify.annotations.Nullable [] byMean,
            double @org.jspecify.annotations.Nullable [] byDeviation) {
        int m = means.length;
        var logs = new double[boxes.size()];
        double largest = Double.NEGATIVE_INFINITY;
        for (int b = 0; b < logs.length; b++) {
            double sum = 0;
            for (int k = 0; k < m; k++) {
                sum += logGain(boxes.lower(b)[k], boxes.upper(b)[k], means[k], deviations[k]);
            }
            logs[b] = sum;
            largest = Math.max(largest, sum);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return -1e300;
        }
        double total = 0;
        for (double log : logs) {
            total += Math.exp(log - largest);
        }
        if (byMean != null && byDeviation != null) {
            for (int b = 0; b < logs.length; b++) {
                double share = Math.exp(logs[b] - largest) / total;
                for (int k = 0; k < m && share > 1e-12; k++) {
                    addSlopes(b, k, share, means[k], deviations[k], byMean, byDeviation);
                }
            }
        }
        return largest + Math.log(total);
    }

    private void addSlopes(
            int box, int k, double share, double mean, double deviation, double[] byMean, double[] byDeviation) {
        double lower = boxes.lower(box)[k];
        double upper = boxes.upper(box)[k];
        double gain = logGain(lower, upper, mean, deviation);
        double zu = (upper - mean) / deviation;
        double zl = (lower - mean) / deviation;
        byMean[k] -= share * (Math.exp(Normal.logProbability(zu) - gain) - part(Normal.logProbability(zl), gain));
        byDeviation[k] += share * (Math.exp(Normal.logDensity(zu) - gain) - part(Normal.logDensity(zl), gain));
    }

    /** Nothing at the end of a box that is open. */
    private static double part(double log, double gain) {
        return Double.isFinite(log) ? Math.exp(log - gain) : 0;
    }

    /** {@code log(e(u) - e(l))}. */
    private static double logGain(double lower, double upper, double mean, double deviation) {
        double outer = Normal.logExpectedImprovement((upper - mean) / deviation);
        if (lower == Double.NEGATIVE_INFINITY) {
            return Math.log(deviation) + outer;
        }
        double inner = Normal.logExpectedImprovement((lower - mean) / deviation);
        return Math.log(deviation) + outer + Math.log(Math.max(1e-16, -Math.expm1(inner - outer)));
    }
}

package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Several models that each say a part: means by their weights, variances by the squares of these (Feurer, Letham and
 * Bakshy 2018, equation 3). All speak of losses scaled to mean 0 and deviation 1.
 */
final class MixtureModel implements Model {
    private final List<Model> models;
    private final double[] weights;

    /**
     * A mixture.
     *
     * @param weights one a model, with the sum 1; those of weight 0 are left out
     */
    MixtureModel(List<Model> models, double[] weights) {
        var kept = new ArrayList<Model>();
        var keptWeights = new ArrayList<Double>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                kept.add(models.get(i));
                keptWeights.add(weights[i]);
            }
        }
        this.models = List.copyOf(kept);
        this.weights = keptWeights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public Prediction predict(double[] point) {
        return predict(new double[][] {point})[0];
    }

    @Override
    public Prediction[] predict(double[][] points) {
        var means = new double[points.length];
        var variances = new double[points.length];
        for (int k = 0; k < weights.length; k++) {
            var predictions = models.get(k).predict(points);
            for (int i = 0; i < means.length; i++) {
                means[i] += weights[k] * predictions[i].mean();
                variances[i] += weights[k] * weights[k] * predictions[i].variance();
            }
        }
        var result = new Prediction[points.length];
        Arrays.setAll(result, i -> new Prediction(means[i], variances[i]));
        return result;
    }

    @Override
    public double[] means(double[][] points) {
        var means = new double[points.length];
        for (int k = 0; k < weights.length; k++) {
            var own = models.get(k).means(points);
            for (int i = 0; i < means.length; i++) {
                means[i] += weights[k] * own[i];
            }
        }
        return means;
    }

    @Override
    public Prediction predict(double[] point, double[] meanSlope, double[] varianceSlope) {
        Arrays.fill(meanSlope, 0);
        Arrays.fill(varianceSlope, 0);
        var ownMean = new double[point.length];
        var ownVariance = new double[point.length];
        double mean = 0;
        double variance = 0;
        for (int k = 0; k < weights.length; k++) {
            var prediction = models.get(k).predict(point, ownMean, ownVariance);
            double square = weights[k] * weights[k];
            mean += weights[k] * prediction.mean();
            variance += square * prediction.variance();
            for (int i = 0; i < point.length; i++) {
                meanSlope[i] += weights[k] * ownMean[i];
                varianceSlope[i] += square * ownVariance[i];
            }
        }
        return new Prediction(mean, variance);
    }

    @Override
    public Model believing(double[][] pending) {
        return new MixtureModel(
                models.stream().map(model -> model.believing(pending)).toList(), weights);
    }
}

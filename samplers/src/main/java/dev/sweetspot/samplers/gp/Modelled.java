package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;

/** An acquisition that looks at what one model predicts, and at nothing else. */
abstract class Modelled implements Acquisition {
    private final Model model;

    Modelled(Model model) {
        this.model = model;
    }

    /** The value of a prediction. */
    abstract double value(double mean, double deviation);

    /** The derivative of the value by the mean. */
    abstract double byMean(double mean, double deviation);

    /** The derivative of the value by the standard deviation. */
    abstract double byDeviation(double mean, double deviation);

    private double value(Prediction prediction) {
        return value(prediction.mean(), prediction.deviation());
    }

    @Override
    public final double at(double[] point) {
        return value(model.predict(point));
    }

    @Override
    public final double[] at(double[][] points) {
        var predictions = model.predict(points);
        var result = new double[predictions.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = value(predictions[i]);
        }
        return result;
    }

    @Override
    public final double at(double[] point, double[] slope) {
        var varianceSlope = new double[slope.length];
        var prediction = model.predict(point, slope, varianceSlope);
        double mean = prediction.mean();
        double deviation = prediction.deviation();
        double byMean = byMean(mean, deviation);
        double byVariance = byDeviation(mean, deviation) / (2 * deviation);
        for (int i = 0; i < slope.length; i++) {
            slope[i] = byMean * slope[i] + byVariance * varianceSlope[i];
        }
        return value(mean, deviation);
    }
}

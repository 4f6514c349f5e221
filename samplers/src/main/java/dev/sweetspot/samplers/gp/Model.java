package dev.sweetspot.samplers.gp;

import dev.sweetspot.surrogate.gp.GaussianProcess.Prediction;

/** What is expected of whole trials. */
interface Model {
    /** At a point. */
    Prediction predict(double[] point);

    /** At many points. */
    Prediction[] predict(double[][] points);

    /** The means at many points. */
    double[] means(double[][] points);

    /** At a point, with the derivatives of mean and variance by the coordinates of numbers written to two rows. */
    Prediction predict(double[] point, double[] meanSlope, double[] varianceSlope);

    /** The same, certain of what it predicts for trials that run. */
    Model believing(double[][] pending);
}

package dev.sweetspot.surrogate.gp;

/**
 * What a Gaussian process learns beside its data: how far each parameter's influence reaches, and the noise.
 */
public final class Hyperparameters {
    private final double[] lengthScales;
    private final double noise;

    /**
     * Hyperparameters.
     *
     * @param lengthScales one for each column, in units of the cube, above 0
     * @param noise variance of the noise as a share of the variance of the process, above 0
     */
    public Hyperparameters(double[] lengthScales, double noise) {
        this.lengthScales = lengthScales.clone();
        this.noise = noise;
    }

    /** One for each column. */
    public double[] lengthScales() {
        return lengthScales.clone();
    }

    /** The variance of the noise as a share of the variance of the process. */
    public double noise() {
        return noise;
    }

    double[] weights() {
        var weights = new double[lengthScales.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (lengthScales[i] * lengthScales[i]);
        }
        return weights;
    }
}

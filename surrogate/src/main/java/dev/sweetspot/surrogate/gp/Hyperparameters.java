package dev.sweetspot.surrogate.gp;

/**
 * What a Gaussian process learns beside its data: how far each parameter's influence reaches, where its range is
 * to be stretched, and the noise.
 */
public final class Hyperparameters {
    private final double[] lengthScales;
    private final double noise;
    private final InputWarp warp;

    /**
     * Hyperparameters that leave ranges as they are.
     *
     * @param lengthScales one for each column, in units of the cube, above 0
     * @param noise variance of the noise as a share of the variance of the process, above 0
     */
    public Hyperparameters(double[] lengthScales, double noise) {
        this(lengthScales, noise, InputWarp.none(lengthScales.length));
    }

    Hyperparameters(double[] lengthScales, double noise, InputWarp warp) {
        this.lengthScales = lengthScales.clone();
        this.noise = noise;
        this.warp = warp;
    }

    /** The same with other length scales. */
    public Hyperparameters with(double[] otherScales) {
        return new Hyperparameters(otherScales, noise, warp);
    }

    /** The same with other noise. */
    public Hyperparameters with(double otherNoise) {
        return new Hyperparameters(lengthScales, otherNoise, warp);
    }

    /** One for each column. */
    public double[] lengthScales() {
        return lengthScales.clone();
    }

    /** The variance of the noise as a share of the variance of the process. */
    public double noise() {
        return noise;
    }

    InputWarp warp() {
        return warp;
    }

    double[] weights() {
        var weights = new double[lengthScales.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (lengthScales[i] * lengthScales[i]);
        }
        return weights;
    }
}

package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.distribution.Normal;

/**
 * The logarithm of the expected improvement on the best value (Ament et al. 2023, NeurIPS, equation 9): its differences
 * are seen also where the improvement itself is too small to be told from zero.
 */
final class ExpectedImprovement extends Modelled {
    private final double best;

    /**
     * An improvement.
     *
     * @param model of the warped loss
     * @param best the lowest mean predicted at a point that was tried: with noise, luck is not taken for quality
     */
    ExpectedImprovement(Model model, double best) {
        super(model);
        this.best = best;
    }

    @Override
    double value(double mean, double deviation) {
        return Math.log(deviation) + Normal.logExpectedImprovement((best - mean) / deviation);
    }

    @Override
    double byMean(double mean, double deviation) {
        return -Normal.logExpectedImprovementSlope((best - mean) / deviation) / deviation;
    }

    @Override
    double byDeviation(double mean, double deviation) {
        double z = (best - mean) / deviation;
        return (1 - z * Normal.logExpectedImprovementSlope(z)) / deviation;
    }
}

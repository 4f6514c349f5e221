package dev.sweetspot.samplers.gp;

import dev.sweetspot.math.distribution.Normal;

/** The logarithm of the probability that a value is at most a limit (Gardner et al. 2014, ICML). */
final class WithinLimit extends Modelled {
    private final double limit;

    /**
     * A probability.
     *
     * @param model of the warped value
     * @param limit the warped limit
     */
    WithinLimit(Model model, double limit) {
        super(model);
        this.limit = limit;
    }

    @Override
    double value(double mean, double deviation) {
        return Normal.logProbability((limit - mean) / deviation);
    }

    /** Density over probability at z. */
    private static double ratio(double z) {
        return Math.exp(Normal.logDensity(z) - Normal.logProbability(z));
    }

    @Override
    double byMean(double mean, double deviation) {
        return -ratio((limit - mean) / deviation) / deviation;
    }

    @Override
    double byDeviation(double mean, double deviation) {
        double z = (limit - mean) / deviation;
        return -z * ratio(z) / deviation;
    }
}

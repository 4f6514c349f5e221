package dev.sweetspot.surrogate.curve;

import dev.sweetspot.math.distribution.Normal;

/**
 * What a trial is expected to reach, on the scale of {@link LossScale}: a normal distribution.
 *
 * @param mean of the scaled loss
 * @param deviation its standard deviation, at least 0
 */
public record Forecast(double mean, double deviation) {
    /** The probability of a scaled loss below a bound. */
    public double below(double bound) {
        return deviation > 0 ? Normal.probability((bound - mean) / deviation) : mean < bound ? 1 : 0;
    }

    /** By how much a scaled loss will lie below a bound, on average, what lies above counting as nothing. */
    public double improvementOn(double bound) {
        if (!(deviation > 0)) {
            return Math.max(0, bound - mean);
        }
        double z = (bound - mean) / deviation;
        return (bound - mean) * Normal.probability(z) + deviation * Normal.density(z);
    }
}

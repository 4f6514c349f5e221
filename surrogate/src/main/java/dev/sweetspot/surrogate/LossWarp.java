package dev.sweetspot.surrogate;

import java.util.Arrays;

/**
 * A growing map of losses to numbers that look like draws from a normal distribution: what Gaussian processes expect.
 * Losses of trainings rarely do: most configurations are a little worse than the best, a few are catastrophes.
 *
 * <p>First robustly scaled by median and quartiles, catastrophes drawn in, then the transformation of Yeo and Johnson
 * (2000) with the most likely exponent, then scaled to mean 0 and deviation 1.
 */
public final class LossWarp {
    private static final double FARTHEST = 6;
    private static final double[] EXPONENTS = {-1.5, 2.0};

    private final double median;
    private final double spread;
    private final double exponent;
    private final double mean;
    private final double deviation;

    private LossWarp(double median, double spread, double exponent, double mean, double deviation) {
        this.median = median;
        this.spread = spread;
        this.exponent = exponent;
        this.mean = mean;
        this.deviation = deviation;
    }

    /** The warp that suits losses: finite, at least one. */
    public static LossWarp of(double[] losses) {
        var sorted = losses.clone();
        Arrays.sort(sorted);
        double median = quantile(sorted, 0.5);
        double spread = (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 1.349;
        if (!(spread > 1e-12 * Math.max(1e-300, sorted[sorted.length - 1] - sorted[0]))) {
            spread = sorted[sorted.length - 1] - sorted[0];
        }
        if (!(spread > 0)) {
            return new LossWarp(median, 1, 1, 0, 1);
        }
        var scaled = new double[losses.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = scaled(losses[i], median, spread);
        }
        double exponent = exponent(scaled);
        double sum = 0;
        double squares = 0;
        for (double value : scaled) {
            double warped = yeoJohnson(value, exponent);
            sum += warped;
            squares += warped * warped;
        }
        double mean = sum / scaled.length;
        double deviation = Math.sqrt(Math.max(1e-12, squares / scaled.length - mean * mean));
        return new LossWarp(median, spread, exponent, mean, deviation);
    }

    /** The warped loss. */
    public double warp(double loss) {
        return (yeoJohnson(scaled(loss, median, spread), exponent) - mean) / deviation;
    }

    /** The loss whose warped value this is; infinite where no loss has it. */
    public double unwarp(double warped) {
        double value = unYeoJohnson(warped * deviation + mean, exponent);
        double drawnOut = value <= FARTHEST ? value : FARTHEST + Math.expm1(value - FARTHEST);
        return median + spread * drawnOut;
    }

    private static double scaled(double loss, double median, double spread) {
        double value = (loss - median) / spread;
        return value <= FARTHEST ? value : FARTHEST + Math.log1p(value - FARTHEST);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    static double yeoJohnson(double y, double exponent) {
        if (y >= 0) {
            return Math.abs(exponent) < 1e-8 ? Math.log1p(y) : Math.expm1(exponent * Math.log1p(y)) / exponent;
        }
        double other = 2 - exponent;
        return Math.abs(other) < 1e-8 ? -Math.log1p(-y) : -Math.expm1(other * Math.log1p(-y)) / other;
    }

    private static double unYeoJohnson(double v, double exponent) {
        if (v >= 0) {
            return Math.abs(exponent) < 1e-8 ? Math.expm1(v) : Math.expm1(log1p(exponent * v) / exponent);
        }
        double other = 2 - exponent;
        return Math.abs(other) < 1e-8 ? -Math.expm1(-v) : -Math.expm1(log1p(-other * v) / other);
    }

    /** What is at or below -1 lies beyond what any loss is mapped to. */
    private static double log1p(double x) {
        return Math.log1p(Math.max(-1, x));
    }

    /** The most likely exponent by golden section: the likelihood has one maximum (Yeo and Johnson 2000, section 3). */
    private static double exponent(double[] values) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = EXPONENTS[0];
        double high = EXPONENTS[1];
        double left = high - golden * (high - low);
        double right = low + golden * (high - low);
        double atLeft = logLikelihood(values, left);
        double atRight = logLikelihood(values, right);
        while (high - low > 1e-3) {
            if (atLeft > atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - golden * (high - low);
                atLeft = logLikelihood(values, left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + golden * (high - low);
                atRight = logLikelihood(values, right);
            }
        }
        return (low + high) / 2;
    }

    private static double logLikelihood(double[] values, double exponent) {
        double sum = 0;
        double squares = 0;
        double stretch = 0;
        for (double value : values) {
            double warped = yeoJohnson(value, exponent);
            sum += warped;
            squares += warped * warped;
            stretch += Math.signum(value) * Math.log1p(Math.abs(value));
        }
        double mean = sum / values.length;
        double variance = Math.max(1e-12, squares / values.length - mean * mean);
        return -0.5 * values.length * Math.log(variance) + (exponent - 1) * stretch;
    }
}

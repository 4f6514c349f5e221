package dev.sweetspot.math.distribution;

/** The standard normal distribution. */
public final class Normal {
    private static final double LOG_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private Normal() {}

    /** The density. */
    public static double density(double z) {
        return Math.exp(-0.5 * z * z - LOG_ROOT_TWO_PI);
    }

    /** The logarithm of the density. */
    public static double logDensity(double z) {
        return -0.5 * z * z - LOG_ROOT_TWO_PI;
    }

    /** The probability below z; relative error below 1e-13 in both tails. */
    public static double probability(double z) {
        return z < 0
                ? 0.5 * scaledComplement(-z * ROOT_HALF) * Math.exp(-0.5 * z * z)
                : 1 - 0.5 * scaledComplement(z * ROOT_HALF) * Math.exp(-0.5 * z * z);
    }

    /** The logarithm of the probability below z, also far out in the tail. */
    public static double logProbability(double z) {
        return z < 0
                ? Math.log(0.5 * scaledComplement(-z * ROOT_HALF)) - 0.5 * z * z
                : Math.log1p(-0.5 * scaledComplement(z * ROOT_HALF) * Math.exp(-0.5 * z * z));
    }

    /**
     * {@code exp(x²) erfc(x)} for x at least 0: Chebyshev expansion in {@code t = 4 / (4 + 2 x)} (Schonfelder 1978, with
     * the coefficients of Numerical Recipes, third edition, section 6.2.2); relative error about 1e-15.
     */
    static double scaledComplement(double x) {
        double t = 2 / (2 + x);
        double y = 4 * t - 2;
        double d = 0;
        double dd = 0;
        for (int j = COEFFICIENTS.length - 1; j > 0; j--) {
            double kept = d;
            d = y * d - dd + COEFFICIENTS[j];
            dd = kept;
        }
        return t * Math.exp(0.5 * (COEFFICIENTS[0] + y * d) - dd);
    }

    private static final double[] COEFFICIENTS = {
        -1.3026537197817094,
        0.6419697923564902,
        1.9476473204185836e-2,
        -0.00956151478680863,
        -9.46595344482036e-4,
        3.66839497852761e-4,
        4.2523324806907e-5,
        -2.0278578112534e-5,
        -1.624290004647e-6,
        1.303655835580e-6,
        1.5626441722e-8,
        -8.5238095915e-8,
        6.529054439e-9,
        5.059343495e-9,
        -9.91364156e-10,
        -2.27365122e-10,
        9.6467911e-11,
        2.394038e-12,
        -6.886027e-12,
        8.94487e-13,
        3.13092e-13,
        -1.12708e-13,
        3.81e-16,
        7.106e-15,
        -1.523e-15,
        -9.4e-17,
        1.21e-16,
        -2.8e-17
    };

    /**
     * The z below which a probability lies: Acklam's rational approximation and one step of Halley's method.
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability = " + probability + ": must be above 0 and below 1");
        }
        double z = approximateQuantile(probability);
        double error = z < 0 ? probability(z) - probability : (1 - probability) - probability(-z);
        double step = error / density(z);
        return z - step / (1 + 0.5 * z * step);
    }

    private static double approximateQuantile(double p) {
        if (p < 0.02425) {
            return tail(Math.sqrt(-2 * Math.log(p)));
        }
        if (p > 1 - 0.02425) {
            return -tail(Math.sqrt(-2 * Math.log1p(-p)));
        }
        double q = p - 0.5;
        double r = q * q;
        double above =
                ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.3577518672690) * r
                                        - 30.66479806614716)
                                * r
                        + 2.506628277459239;
        double below =
                ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r
                                        - 13.28068155288572)
                                * r
                        + 1;
        return above * q / below;
    }

    private static double tail(double q) {
        double above =
                ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734)
                                                * q
                                        + 4.374664141464968)
                                * q
                        + 2.938163982698783;
        double below =
                (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q
                        + 1;
        return above / below;
    }

    /**
     * The logarithm of {@code density(z) + z probability(z)}: expected improvement in units of the standard deviation,
     * where z is the predicted improvement in those units (Ament et al. 2023, NeurIPS, equation 9). Exact also far
     * below zero, where the two parts cancel.
     */
    public static double logExpectedImprovement(double z) {
        if (z > -1) {
            return Math.log(density(z) + z * probability(z));
        }
        // density(z) (1 - |z| M(|z|)) with Mills' ratio M; the difference by its asymptotic series where it cancels.
        double a = -z;
        double mills = Math.sqrt(Math.PI / 2) * scaledComplement(a * ROOT_HALF);
        double rest = 1 - a * mills;
        if (a > 100) {
            double s = 1 / (a * a);
            rest = s * (1 - 3 * s * (1 - 5 * s));
        }
        return logDensity(z) + Math.log(rest);
    }

    /** The derivative of {@link #logExpectedImprovement}: {@code probability(z) / (density(z) + z probability(z))}. */
    public static double logExpectedImprovementSlope(double z) {
        return Math.exp(logProbability(z) - logExpectedImprovement(z));
    }
}

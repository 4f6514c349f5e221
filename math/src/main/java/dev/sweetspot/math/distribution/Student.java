package dev.sweetspot.math.distribution;

/**
 * Student's distribution (1908): of a mean divided by its standard error, where that was estimated from few numbers. From the
 * incomplete beta function by its continued fraction (Numerical Recipes, third edition, section 6.4, by the method of Lentz).
 */
public final class Student {
    private static final int MOST_TERMS = 10_000;
    private static final double ENOUGH = 1e-15;
    private static final double TINY = 1e-300;

    private Student() {}

    /**
     * The probability above t; relative error below 1e-10 for up to some thousand degrees of freedom.
     *
     * @param freedom degrees of freedom, above 0
     */
    public static double above(double t, double freedom) {
        if (!(freedom > 0)) {
            throw new IllegalArgumentException("freedom = " + freedom + ": must be above 0");
        }
        if (Double.isNaN(t)) {
            return Double.NaN;
        }
        double square = t * t;
        double both = Double.isInfinite(square) ? 0 : beta(freedom / 2, 0.5, freedom / (freedom + square));
        return t > 0 ? both / 2 : 1 - both / 2;
    }

    /**
     * The t above which so much lies.
     *
     * @param probability above 0 and below 1
     * @param freedom degrees of freedom, above 0
     */
    public static double quantileAbove(double probability, double freedom) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability = " + probability + ": must be above 0 and below 1");
        }
        double low = -1;
        double high = 1;
        while (above(low, freedom) < probability) {
            low *= 2;
        }
        while (above(high, freedom) > probability) {
            high *= 2;
        }
        for (double middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
            if (above(middle, freedom) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The regularised incomplete beta function. */
    private static double beta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < ENOUGH) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** Stirling's series, after the argument was raised so far that it is exact to a double. */
    private static double logGamma(double x) {
        double shift = 0;
        double z = x;
        while (z < 15) {
            shift += Math.log(z);
            z++;
        }
        double inverse = 1 / (z * z);
        double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680)))) / z;
        return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
    }
}

package dev.sweetspot.surrogate.curve;

/** The standard normal distribution. */
final class Gaussian {
    private Gaussian() {}

    /** The probability of a value below z: Abramowitz and Stegun 1964, formula 26.2.17; the error is below 7.5e-8. */
    static double below(double z) {
        if (z > 0) {
            return 1 - below(-z);
        }
        double t = 1 / (1 - 0.2316419 * z);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return density(z) * polynomial;
    }

    /** Its density. */
    static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}

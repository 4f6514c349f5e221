package dev.sweetspot.samplers.cma;

/** The standard normal distribution, as exactly as margins need it. */
final class StandardNormal {
    private static final double LARGEST = 8;

    private StandardNormal() {}

    /**
     * The probability below z: Marsaglia's series near the middle (2004, Journal of Statistical Software 11), a continued
     * fraction beyond; relative error below 1e-10 for |z| up to 8, and 0 or 1 beyond.
     */
    static double probability(double z) {
        if (Math.abs(z) > LARGEST) {
            return z > 0 ? 1 : 0;
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (Math.abs(z) < 3) {
            double sum = z;
            double term = z;
            for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
                term *= z * z / i;
                sum += term;
            }
            return 0.5 + sum * density;
        }
        double a = Math.abs(z);
        double fraction = a;
        for (int i = 60; i > 0; i--) {
            fraction = a + i / fraction;
        }
        return z < 0 ? density / fraction : 1 - density / fraction;
    }

    /**
     * The z below which a probability lies, -8 to 8: Abramowitz and Stegun 26.2.23, and two steps of Halley's method.
     */
    static double quantile(double probability) {
        if (probability > 0.5) {
            return -quantile(1 - probability);
        }
        if (probability < 1e-15) {
            return -LARGEST;
        }
        double t = Math.sqrt(-2 * Math.log(probability));
        double z =
                (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
        for (int i = 0; i < 2; i++) {
            double step = (probability(z) - probability) * Math.sqrt(2 * Math.PI) * Math.exp(z * z / 2);
            z -= step / (1 + z * step / 2);
        }
        return z;
    }
}

package dev.sweetspot.surrogate.density;

/**
 * The standard normal distribution function, read from a table: cubic Hermite interpolation between 4,097 exact values
 * and slopes. The absolute error is below 1e-11, so differences of two values that are far out in a tail are not to be
 * trusted below that.
 */
final class NormalTable {
    private static final double END = 8;
    private static final int STEPS_PER_UNIT = 256;
    private static final int STEPS = (int) (2 * END * STEPS_PER_UNIT);
    private static final double[] VALUE = new double[STEPS + 1];
    private static final double[] SLOPE = new double[STEPS + 1];

    static {
        for (int i = 0; i <= STEPS; i++) {
            double z = (double) i / STEPS_PER_UNIT - END;
            double density = StrictMath.exp(-0.5 * z * z) / StrictMath.sqrt(2 * Math.PI);
            VALUE[i] = 0.5 + density * series(z);
            SLOPE[i] = density / STEPS_PER_UNIT;
        }
    }

    private NormalTable() {}

    /** z + z^3/3 + z^5/15 + ... (Marsaglia 2004, Journal of Statistical Software 11, issue 4, page 4). */
    private static double series(double z) {
        double term = z;
        double sum = z;
        for (int k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
            term *= z * z / k;
            sum += term;
        }
        return sum;
    }

    /** The probability below z. */
    static double probability(double z) {
        double place = (z + END) * STEPS_PER_UNIT;
        if (!(place > 0)) {
            return 0;
        }
        if (place >= STEPS) {
            return 1;
        }
        int left = (int) place;
        double t = place - left;
        double rise = VALUE[left + 1] - VALUE[left];
        double curve = SLOPE[left] + SLOPE[left + 1] - 2 * rise;
        return VALUE[left] + t * (SLOPE[left] + t * (rise - SLOPE[left] + (t - 1) * curve));
    }
}

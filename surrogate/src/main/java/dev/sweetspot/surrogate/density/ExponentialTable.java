package dev.sweetspot.surrogate.density;

/**
 * The exponential function below 0, read from a table: exact values every 1/64, and the first five terms of the series in
 * between (Abramowitz and Stegun 1964, 4.2.1). The relative error is below 1e-11. Sums of a thousand kernels are asked for
 * dozens of times for each proposal, where the exact function takes most of the time; additions and multiplications give
 * the same bits on every machine.
 */
final class ExponentialTable {
    /** Far enough down for whoever leaves out what is negligible. */
    static final double LEAST = -20;

    private static final int STEPS_PER_UNIT = 64;
    private static final double[] VALUE = new double[(int) (-LEAST * STEPS_PER_UNIT) + 1];

    static {
        for (int i = 0; i < VALUE.length; i++) {
            VALUE[i] = StrictMath.exp(-(double) i / STEPS_PER_UNIT);
        }
    }

    private ExponentialTable() {}

    /** @param x from {@link #LEAST} to 0 */
    static double exp(double x) {
        double steps = -x * STEPS_PER_UNIT;
        int whole = (int) steps;
        double r = (steps - whole) / STEPS_PER_UNIT;
        return VALUE[whole] * (1 - r * (1 - r * (1.0 / 2 - r * (1.0 / 6 - r * (1.0 / 24)))));
    }
}

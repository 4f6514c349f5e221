package dev.sweetspot.deep.training.augmentation;

/**
 * The quantiles of the standard normal distribution at (i + 1/2) / 65536, scaled to a variance of exactly 1. Computed by
 * Newton's method on the distribution function, which is summed up between neighbours by Simpson's rule.
 */
final class NormalQuantiles {
    private static final int COUNT = 1 << 16;
    private static final float[] TABLE = table();

    private NormalQuantiles() {}

    static float at(int index) {
        return TABLE[index];
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / StrictMath.sqrt(2 * Math.PI);
    }

    /** From the middle outwards: the probability between two neighbours is 1 / 65536. */
    private static float[] table() {
        var quantiles = new double[COUNT / 2];
        double from = 0;
        double wanted = 0.5 / COUNT;
        double squares = 0;
        for (int i = 0; i < quantiles.length; i++) {
            double to = from + wanted / density(from);
            for (int round = 0; round < 6; round++) {
                to -= (between(from, to) - wanted) / density(to);
            }
            quantiles[i] = to;
            squares += to * to;
            from = to;
            wanted = 1.0 / COUNT;
        }
        double scale = 1 / StrictMath.sqrt(squares / quantiles.length);
        var table = new float[COUNT];
        for (int i = 0; i < quantiles.length; i++) {
            table[COUNT / 2 + i] = (float) (quantiles[i] * scale);
            table[COUNT / 2 - 1 - i] = (float) (-quantiles[i] * scale);
        }
        return table;
    }

    private static double between(double from, double to) {
        double middle = (from + to) / 2;
        return (to - from) / 6 * (density(from) + 4 * density(middle) + density(to));
    }
}

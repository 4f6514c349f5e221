package dev.sweetspot.data.metric;

/** A 95 % interval: were the test part drawn many times, 19 of 20 such intervals would hold the truth. */
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    /** Wilson's interval of a share (Wilson 1927): right also near 0 and 1 and for few items. */
    public static Interval wilson(int hits, int n) {
        double share = (double) hits / n;
        double spread = Z * Z / n;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z / (1 + spread) * Math.sqrt(share * (1 - share) / n + spread / (4 * n));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /**
     * The interval of a plain mean of shares that were measured independently: their Wilson intervals combined by the
     * squares of their distances (Zou and Donner 2008), so that a recall of 1 does not count as certain.
     */
    static Interval ofMean(double mean, double[] shares, int[] counts) {
        double below = 0;
        double above = 0;
        for (int i = 0; i < shares.length; i++) {
            var one = wilson((int) Math.round(shares[i] * counts[i]), counts[i]);
            below += (shares[i] - one.low()) * (shares[i] - one.low());
            above += (one.high() - shares[i]) * (one.high() - shares[i]);
        }
        int k = Math.max(1, shares.length);
        return new Interval(Math.max(0, mean - Math.sqrt(below) / k), Math.min(1, mean + Math.sqrt(above) / k));
    }

    /** The normal interval of a mean of independent values. */
    static Interval normalOfMean(double[] values) {
        double mean = mean(values);
        double half = normalHalf(values);
        return new Interval(mean - half, mean + half);
    }

    /** Student's distribution exceeds these with a probability of 0.025: of 1 to 19 degrees of freedom. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093
    };

    /**
     * The interval of a mean of results of which each was measured on other items, by models that learnt from nearly the same:
     * they are less independent than they look, so their variance s²/n is taken as s² (1/n + tested/trained) (Nadeau and Bengio
     * 2003, Machine Learning 52, equation 12), with Student's distribution.
     *
     * @param values 2 to 20
     * @param testedPerTrained how many items were measured on for each that was learnt from
     */
    public static Interval ofOverlapping(double[] values, double testedPerTrained) {
        if (values.length < 2 || values.length > STUDENT.length + 1) {
            throw new IllegalArgumentException("values = " + values.length + ": must be from 2 to 20");
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / (values.length - 1) * (1.0 / values.length + testedPerTrained);
        double half = STUDENT[values.length - 2] * Math.sqrt(variance);
        return new Interval(mean - half, mean + half);
    }

    /** Half of the width of the normal interval of a mean; 0 for a single value, of which nobody knows the spread. */
    static double normalHalf(double[] values) {
        int n = values.length;
        if (n < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Z * Math.sqrt(squares / (n - 1) / n);
    }

    /**
     * The interval of a median whatever the distribution: between two of the ordered values (Hollander, Wolfe and Chicken,
     * Nonparametric Statistical Methods, section 3.6, large-sample form).
     *
     * @param sorted ascending
     */
    static Interval ofMedian(double[] sorted) {
        int n = sorted.length;
        double half = Z * Math.sqrt(n) / 2;
        int low = (int) Math.max(0, Math.floor(n / 2.0 - half));
        int high = (int) Math.min(n - 1, Math.ceil(n / 2.0 + half) - 1);
        return new Interval(sorted[Math.min(low, n - 1)], sorted[Math.max(high, 0)]);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}

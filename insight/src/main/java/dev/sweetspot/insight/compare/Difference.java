package dev.sweetspot.insight.compare;

import java.util.Locale;

/**
 * How much more one has than the other of some figure, with a 95 % interval.
 *
 * @param figure what is measured, in words: "accuracy"
 * @param first that of the first
 * @param second that of the second
 * @param low of the difference, first less second
 * @param high likewise
 * @param moreIsBetter the figure's direction
 */
public record Difference(String figure, double first, double second, double low, double high, boolean moreIsBetter) {
    /** Which one is better, as far as the interval tells. */
    public enum Better {
        /** The first: the whole interval says so. */
        FIRST,
        /** The second: the whole interval says so. */
        SECOND,
        /** The interval holds no difference as well as some. */
        NOT_DISTINGUISHABLE
    }

    /** First less second, as it was measured. */
    public double value() {
        return first - second;
    }

    /** What may be said. */
    public Better better() {
        if (low > 0) {
            return moreIsBetter ? Better.FIRST : Better.SECOND;
        }
        if (high < 0) {
            return moreIsBetter ? Better.SECOND : Better.FIRST;
        }
        return Better.NOT_DISTINGUISHABLE;
    }

    /** "0.389 against 0.972: a difference of -0.583 (95 %: -0.74 to -0.38)". */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "%.4g against %.4g: a difference of %+.3g (95 %%: %+.3g to %+.3g)",
                first,
                second,
                value(),
                low,
                high);
    }
}

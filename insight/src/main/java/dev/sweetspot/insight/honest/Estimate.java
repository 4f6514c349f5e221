package dev.sweetspot.insight.honest;

import java.util.Locale;

/**
 * A number that is not known, and where it is: of 100 such intervals 95 are meant to hold it.
 *
 * @param value as likely too high as too low
 * @param low the lower end of the interval, at most {@code value}
 * @param high its upper end, at least {@code value}
 */
public record Estimate(double value, double low, double high) {
    /** What is known for certain. */
    public static Estimate certain(double value) {
        return new Estimate(value, value, value);
    }

    /** Whether a number lies in the interval, its ends included. */
    public boolean holds(double number) {
        return low <= number && number <= high;
    }

    /** From end to end. */
    public double width() {
        return high - low;
    }

    /** "0.9312 (0.9250 to 0.9371)". */
    public String inWords() {
        return String.format(Locale.ROOT, "%.4g (%.4g to %.4g)", value, low, high);
    }
}

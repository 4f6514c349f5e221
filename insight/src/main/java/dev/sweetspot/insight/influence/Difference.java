package dev.sweetspot.insight.influence;

/**
 * By how much the value differs between two places of a parameter, all others averaged out.
 *
 * @param value in the user's own direction
 * @param reach the half of the interval of 95 % around it
 */
public record Difference(double value, double reach) {
    /** Whether it is surely not 0. */
    public boolean seen() {
        return Math.abs(value) > reach;
    }

    /** Whether it is surely no larger than a limit, either way. */
    public boolean within(double limit) {
        return Math.abs(value) + reach <= limit;
    }
}

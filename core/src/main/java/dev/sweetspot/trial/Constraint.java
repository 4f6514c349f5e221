package dev.sweetspot.trial;

/**
 * A named number that must keep a limit: memory, latency, size.
 *
 * @param name as trials report it, or as a workload predicts it
 * @param known when the number is known
 */
public record Constraint(String name, Bound bound, double limit, Known known) {
    /** Which side of the limit is allowed. */
    public enum Bound {
        /** At most the limit. */
        AT_MOST,
        /** At least the limit. */
        AT_LEAST
    }

    /** When the number is known. */
    public enum Known {
        /** From the configuration alone, so that no time is spent on a trial that breaks it. */
        BEFORE,
        /** While the trial runs; it is stopped when the limit is broken. */
        WHILE,
        /** When the trial has ended. */
        AFTER
    }

    /** Whether a value keeps the limit; NaN does not. */
    public boolean keeps(double value) {
        return bound == Bound.AT_MOST ? value <= limit : value >= limit;
    }

    /** By how much a value breaks the limit, above 0 when it does, at most 0 when it keeps it. */
    public double violation(double value) {
        return bound == Bound.AT_MOST ? value - limit : limit - value;
    }

    /** {@code memory <= 2}. */
    public String inWords() {
        return name + (bound == Bound.AT_MOST ? " <= " : " >= ") + limit;
    }
}

package dev.sweetspot.trial;

import java.util.OptionalDouble;

/**
 * What a study may still use, as of now.
 *
 * @param budgetLeft the share of the study's budget that is left, from 1 to 0; empty when it has no end
 * @param secondsLeft how long work may still go on; empty when no clock ends it
 * @param parallelism how many trials run at once, at least 1
 */
public record Means(OptionalDouble budgetLeft, OptionalDouble secondsLeft, int parallelism) {
    /** One trial after the other, without end. */
    public static final Means ENDLESS = new Means(OptionalDouble.empty(), OptionalDouble.empty(), 1);

    /** Checks the range. */
    public Means {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism = " + parallelism + ": must be at least 1");
        }
    }
}

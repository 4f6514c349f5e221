package dev.sweetspot.trial;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a study may still use, as of now.
 *
 * @param budgetLeft the share of the study's budget that is left, from 1 to 0; empty when it has no end
 * @param secondsLeft how long work may still go on; empty when no clock ends it
 * @param parallelism how many trials run at once, at least 1
 * @param trialsLeft how many trials may still be started; empty when their number is not limited
 * @param fidelityLeft how much may still be run in all trials together, in units of the study's fidelity; empty when that
 *     is not limited
 */
public record Means(
        OptionalDouble budgetLeft,
        OptionalDouble secondsLeft,
        int parallelism,
        OptionalInt trialsLeft,
        OptionalDouble fidelityLeft) {
    /** One trial after the other, without end. */
    public static final Means ENDLESS = new Means(OptionalDouble.empty(), OptionalDouble.empty(), 1);

    /** Neither the number of trials nor what they run is limited. */
    public Means(OptionalDouble budgetLeft, OptionalDouble secondsLeft, int parallelism) {
        this(budgetLeft, secondsLeft, parallelism, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** Checks the range. */
    public Means {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism = " + parallelism + ": must be at least 1");
        }
    }
}

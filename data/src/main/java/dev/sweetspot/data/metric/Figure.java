package dev.sweetspot.data.metric;

import dev.sweetspot.trial.Direction;

/**
 * One measured number, and how sure it is.
 *
 * @param metric its name: "balanced_accuracy"
 * @param interval 95 % interval
 */
public record Figure(String metric, Direction direction, double value, Interval interval) {
    /** Whether it is strictly better than another value. */
    public boolean betterThan(double other) {
        return direction == Direction.MINIMIZE ? value < other : value > other;
    }

    /** Whether another value is so much worse that the interval does not reach it. */
    public boolean clearlyBetterThan(double other) {
        return direction == Direction.MINIMIZE ? interval.high() < other : interval.low() > other;
    }

    /** Its name as in a sentence: "balanced accuracy". */
    public String inWords() {
        return metric.replace('_', ' ');
    }
}

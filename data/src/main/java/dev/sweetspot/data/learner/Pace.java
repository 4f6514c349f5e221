package dev.sweetspot.data.learner;

import java.util.function.BiConsumer;

/**
 * How far a training goes.
 *
 * @param epochs at most so many: the schedule is made for them
 * @param stop ends after so many, wherever the schedule is by then
 * @param deadline on {@link System#nanoTime}; the training plans its schedule so that it is through by then, and ends
 *     there whatever happens; {@link Long#MAX_VALUE} for never
 * @param progress told of each epoch: how many are done, of how many planned
 */
public record Pace(double epochs, double stop, long deadline, BiConsumer<Double, Double> progress) {
    /** To the end of what is planned. */
    public Pace(double epochs, long deadline, BiConsumer<Double, Double> progress) {
        this(epochs, epochs, deadline, progress);
    }
}

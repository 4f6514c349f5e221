package dev.sweetspot.data.learner;

import java.util.function.BiConsumer;

/**
 * How far a training goes.
 *
 * @param epochs at most so many
 * @param deadline on {@link System#nanoTime}; the training plans its schedule so that it is through by then, and ends
 *     there whatever happens; {@link Long#MAX_VALUE} for never
 * @param progress told of each epoch: how many are done, of how many planned
 */
public record Pace(double epochs, long deadline, BiConsumer<Double, Double> progress) {}

package dev.sweetspot.deep.training;

import dev.sweetspot.deep.training.loss.Loss;
import dev.sweetspot.deep.training.optimizer.Optimizer;
import dev.sweetspot.deep.training.schedule.Rate;

/**
 * How a network is trained, but for how long.
 *
 * @param loss what is made small
 * @param optimizer how weights change
 * @param rate how far a step goes
 * @param regularization what keeps it from learning by heart
 * @param batchSize examples a step, at least 1; fewer when there are fewer
 */
public record Recipe(Loss loss, Optimizer optimizer, Rate rate, Regularization regularization, int batchSize) {}

package dev.sweetspot.deep.training;

/**
 * How a network is trained, but for how long.
 *
 * @param optimizer how weights change
 * @param learningRate the highest rate of the schedule, above 0
 * @param schedule how the rate goes
 * @param weightDecay 0 or more
 * @param batchSize examples a step, at least 1; fewer when there are fewer
 * @param labelSmoothing the share of the target that is spread over all classes, from 0 to below 1
 */
public record Recipe(
        Optimizer optimizer,
        double learningRate,
        Schedule schedule,
        double weightDecay,
        int batchSize,
        double labelSmoothing) {}

package dev.sweetspot.deep.network.layer;

/**
 * Numbers that a layer keeps count of while training, without gradients.
 *
 * @param name unique in its layer: "mean"
 * @param first what it starts at
 */
public record Statistic(String name, int size, double first) {}

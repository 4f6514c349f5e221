package dev.sweetspot.deep.graph;

/**
 * What an operation gives or takes: an input, a weight, or the result of an operation.
 *
 * @param name unique in its graph
 */
public record Value(String name) {}

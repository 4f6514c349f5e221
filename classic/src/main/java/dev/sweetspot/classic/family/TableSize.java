package dev.sweetspot.classic.family;

import dev.sweetspot.data.Task;

/**
 * What spaces and their defaults depend on.
 *
 * @param task classification or regression
 * @param rows how many there are to learn from in one fold
 * @param columns of the table, without the target
 * @param classes how many there are; 0 where numbers are predicted
 */
public record TableSize(Task.Kind task, int rows, int columns, int classes) {}

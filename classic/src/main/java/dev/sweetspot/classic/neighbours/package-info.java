/**
 * Nearest neighbours (Cover and Hart 1967, https://doi.org/10.1109/TIT.1967.1053964): a row is like the rows that are nearest
 * to it.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.neighbours.NeighboursFamily} the family
 *   <li>{@code Neighbours} the rows, and what the nearest say; {@code Nearest} which these are
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.neighbours;

import org.jspecify.annotations.NullMarked;

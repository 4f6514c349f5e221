/**
 * Random forests (Breiman 2001, https://doi.org/10.1023/A:1010933404324), and extremely randomised trees (Geurts, Ernst and
 * Wehenkel 2006, https://doi.org/10.1007/s10994-006-6226-1).
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.forest.RandomForestFamily} the family
 *   <li>{@code Growing} grows one tree; {@code Cut} the best place to cut a node; {@code Tree} what it becomes
 *   <li>{@code Forest} all of them
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.forest;

import org.jspecify.annotations.NullMarked;

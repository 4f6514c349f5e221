/**
 * The seam of classical models: what a family of them is, what it learns from and what it becomes.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.family.ClassicFamily} a kind of model with its part of the search space
 *   <li>{@link dev.sweetspot.classic.family.ClassicFamilies} those that are installed, and the choice among them
 *   <li>{@link dev.sweetspot.classic.family.Matrix}, {@link dev.sweetspot.classic.family.Targets} what it learns from
 *   <li>{@link dev.sweetspot.classic.family.Effort} the seed, the threads and who watches
 *   <li>{@link dev.sweetspot.classic.family.ClassicModel} what it becomes
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.family;

import org.jspecify.annotations.NullMarked;

/**
 * What a person should see of a project at a glance.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.overview.Balance} how many images each category has in each part
 *   <li>{@link dev.sweetspot.studio.overview.Problems} images that somebody should look at
 *   <li>{@link dev.sweetspot.studio.overview.ProjectSplit} parts drawn by category
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.overview;

import org.jspecify.annotations.NullMarked;

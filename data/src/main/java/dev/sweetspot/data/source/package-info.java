/**
 * Where data comes from, as much as another process needs to have the same items in the same parts.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.source.DataSource} the place, what a person said of it, and how it is split
 *   <li>{@link dev.sweetspot.data.source.Divided} what loading it brings
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.source;

import org.jspecify.annotations.NullMarked;

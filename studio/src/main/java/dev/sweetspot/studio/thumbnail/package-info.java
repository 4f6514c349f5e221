/**
 * Small pictures of images, for people.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.thumbnail.Rendering} samples of any channels and depth to colours
 *   <li>{@link dev.sweetspot.studio.thumbnail.Thumbnails} made once, and kept within bounds
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.thumbnail;

import org.jspecify.annotations.NullMarked;

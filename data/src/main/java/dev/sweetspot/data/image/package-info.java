/**
 * From the bytes of one image file to plain samples of a wanted shape; nothing here knows of data sets.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.image.ImageDecoder} the door; {@link dev.sweetspot.data.image.Resampler} other sizes
 *   <li>{@link dev.sweetspot.data.image.RawImage}, {@link dev.sweetspot.data.image.Samples} what comes out
 *   <li>{@code ImageKind}, {@code JpegMarkers}, {@code TiffPages}: what a file says of itself before it is believed
 *   <li>{@code Readers}, {@code Rasters}: the JDK's readers and what they give
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.image;

import org.jspecify.annotations.NullMarked;

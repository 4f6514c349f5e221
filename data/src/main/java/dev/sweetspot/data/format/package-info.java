/**
 * From a path to an image set: one class a format of data, found by name, and what they share.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.format.DataSets} loads anything; {@link dev.sweetspot.data.format.Unlabelled} loads
 *       images to predict; {@link dev.sweetspot.data.format.LoadOptions} how
 *   <li>{@link dev.sweetspot.data.format.DataFormat} the seam: {@code FolderFormat}, {@code ArchiveFormat}, {@code
 *       CifarFormat}, {@code IdxFormat}
 *   <li>{@code Item}, {@code FolderWalk}, {@code ArchiveEntries}, {@code Bomb}, {@code Gz}, {@code FileNames}: files,
 *       wherever they lie
 *   <li>{@code Layout}, {@code Sizes}, {@code Channels}, {@code Usable}: what they mean together
 *   <li>{@code ImageFiles}, {@code Decoded}, {@code Planes}, {@code Joined}, {@code Parallel}: to one set
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.format;

import org.jspecify.annotations.NullMarked;

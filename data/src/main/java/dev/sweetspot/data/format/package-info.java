/**
 * From a path to a data set: one class a format of data, found by name, and what they share.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.format.DataSets} loads anything; {@link dev.sweetspot.data.format.Unlabelled} loads
 *       images to predict; {@link dev.sweetspot.data.format.LoadOptions} how
 *   <li>{@link dev.sweetspot.data.format.DataFormat} the seam: {@code ImageFormat} with {@code FolderFormat}, {@code
 *       ArchiveFormat}, {@code CifarFormat}, {@code IdxFormat}; {@code TableFormat}, {@code SequenceFormat}
 *   <li>{@link dev.sweetspot.data.format.FoundImages} the image files of a folder or an archive, for who takes them in one
 *       by one; {@link dev.sweetspot.data.format.ImageFiles} loads such as somebody knows the classes of
 *   <li>{@code Item}, {@code PlacedImage}, {@code FolderWalk}, {@code ArchiveEntries}, {@code FileNames}: files,
 *       wherever they lie
 *   <li>{@code Layout}, {@code Sizes}, {@code Channels}, {@code Usable}: what they mean together
 *   <li>{@code ImageFiles}, {@code Decoded}, {@code Planes}, {@code Joined}, {@code Parallel}: to one set
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.format;

import org.jspecify.annotations.NullMarked;

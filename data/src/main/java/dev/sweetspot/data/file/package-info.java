/**
 * Files as bytes.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.file.Gz} whole files, gzipped or not
 *   <li>{@link dev.sweetspot.data.file.Bomb} packed files that unpack to far more than they weigh
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.file;

import org.jspecify.annotations.NullMarked;

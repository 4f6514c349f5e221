/**
 * Takes images into a project, and labels from a table; whatever is given, within limits and with reasons in words.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.importing.ImageImport} folders, files and archives
 *   <li>{@link dev.sweetspot.studio.importing.LabelTable} which images a table names, before anything is changed
 *   <li>{@link dev.sweetspot.studio.importing.Decoding} images decoded within a time limit
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.importing;

import org.jspecify.annotations.NullMarked;

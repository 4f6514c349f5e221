/**
 * Classical models as a workload: trials fold after fold, the last training, and models in files.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.learning.ClassicLearning} the workload; {@code ClassicSettings} how studies keep it,
 *       {@link dev.sweetspot.classic.learning.ClassicLearningProvider} makes it again
 *   <li>{@link dev.sweetspot.classic.learning.ClassicTable} a table in its parts
 *   <li>{@code FoldTrial} one trial
 *   <li>{@code Fit} one fit on some rows; {@code FittedClassic} the last one, and {@code ModelFile} its file
 *   <li>{@link dev.sweetspot.classic.learning.SavedClassic} a model that was saved
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.learning;

import org.jspecify.annotations.NullMarked;

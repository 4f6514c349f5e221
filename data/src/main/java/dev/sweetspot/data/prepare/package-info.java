/**
 * From data as it stands in a file to the numbers that a network takes: learnt on the training part alone, saved with the
 * model, the same for whatever is predicted later.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.prepare.TablePreparation} what was learnt of a table's columns: {@code NumberInput}s and
 *       {@code CategoryInput}s; {@link dev.sweetspot.data.prepare.PreparedTable} a table seen through it
 *   <li>{@link dev.sweetspot.data.prepare.Scaling} how numbers are brought to one scale, {@code Scaler} one that is learnt
 *   <li>{@link dev.sweetspot.data.prepare.TargetScaling} numbers to predict, on the scale of a network and back
 *   <li>{@link dev.sweetspot.data.prepare.PreparedSequences} series by the mean and spread of their channels
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.prepare;

import org.jspecify.annotations.NullMarked;

/**
 * From the columns of a table to the numbers that a classical model takes: learnt on the training rows of each fold alone,
 * saved with the model, the same for whatever is predicted later.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.prepare.PreparationParameters} what can be chosen, family by family
 *   <li>{@link dev.sweetspot.classic.prepare.Preparation} what was learnt of all columns
 *   <li>{@code Learnt} what was learnt of one: {@code NumberColumn}, {@code OneHotColumn}, {@code OrdinalColumn},
 *       {@code CodedColumn}
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.prepare;

import org.jspecify.annotations.NullMarked;

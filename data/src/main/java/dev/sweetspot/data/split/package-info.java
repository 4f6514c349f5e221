/**
 * Draws the parts of a data set: who trains, who chooses, who measures.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.split.Splitter} draws them by class
 *   <li>{@link dev.sweetspot.data.split.Folds} cuts what there is to learn from into folds, which validate in turn
 *   <li>{@link dev.sweetspot.data.split.Outer} cuts the test part of each search of a nested validation
 *   <li>{@code TimeCut} cuts by time: what is earlier trains, what is later is judged by
 *   <li>{@code Strata}, {@code GroupDraw}, {@code Shuffled}: by class or target, and groups whole
 *   <li>{@link dev.sweetspot.data.split.PartsFile} keeps them as CSV
 *   <li>{@link dev.sweetspot.data.split.PartsReview} what to know before believing a figure
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.split;

import org.jspecify.annotations.NullMarked;

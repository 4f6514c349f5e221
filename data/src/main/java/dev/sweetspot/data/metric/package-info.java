/**
 * Predictions, and how good they are.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.metric.Predictions} probabilities of every class for every item, as CSV too
 *   <li>{@link dev.sweetspot.data.metric.ClassificationReport} all figures of them, with {@link
 *       dev.sweetspot.data.metric.Interval}s
 *   <li>{@link dev.sweetspot.data.metric.Metric} the seam of single numbers, found by name in {@link
 *       dev.sweetspot.data.metric.Metrics}
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.metric;

import org.jspecify.annotations.NullMarked;

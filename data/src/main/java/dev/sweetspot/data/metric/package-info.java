/**
 * Predictions, and how good they are.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.data.metric.Predictions} what a model says, as CSV too: {@link
 *       dev.sweetspot.data.metric.ClassProbabilities} or {@link dev.sweetspot.data.metric.PredictedValues}
 *   <li>{@link dev.sweetspot.data.metric.Report} all figures of them, with {@link dev.sweetspot.data.metric.Interval}s:
 *       {@link dev.sweetspot.data.metric.ClassificationReport} or {@link dev.sweetspot.data.metric.RegressionReport}; each
 *       has a leading {@link dev.sweetspot.data.metric.Figure}
 *   <li>{@link dev.sweetspot.data.metric.Metric} the seam of single numbers, found by name in {@link
 *       dev.sweetspot.data.metric.Metrics}; {@code Ranking} and {@code Agreement} are what some of them are made of
 * </ul>
 */
@NullMarked
package dev.sweetspot.data.metric;

import org.jspecify.annotations.NullMarked;

/**
 * Weighted sums of columns with an elastic net (Zou and Hastie 2005, https://doi.org/10.1111/j.1467-9868.2005.00503.x):
 * linear regression, and logistic regression of two or more classes.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.linear.LinearFamily} the family
 *   <li>{@code OrthantWise} makes a convex function with an l1 penalty as small as it can be
 *   <li>{@code Loss} that function; {@code LinearModel} a fitted one
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.linear;

import org.jspecify.annotations.NullMarked;

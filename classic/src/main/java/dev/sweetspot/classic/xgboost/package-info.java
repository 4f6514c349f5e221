/**
 * Boosted trees by XGBoost (Chen and Guestrin 2016, https://arxiv.org/abs/1603.02754).
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.xgboost.XgboostFamily} the family; {@code XgboostParameters} its parameters
 *   <li>{@code XgboostModel} a fitted one; {@code Boosting} round after round, until somebody says that it is enough
 *   <li>{@code Library} brings the native library into memory
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.xgboost;

import org.jspecify.annotations.NullMarked;

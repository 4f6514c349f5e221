/**
 * Boosted trees by LightGBM (Ke et al. 2017, https://proceedings.neurips.cc/paper/2017/hash/6449f44a102fde848669bdd9eb6b76fa).
 *
 * <ul>
 *   <li>{@link dev.sweetspot.classic.lightgbm.LightgbmFamily} the family; {@code LightgbmParameters} its parameters
 *   <li>{@code LightgbmModel} a fitted one; {@code Boosting} round after round, until somebody says that it is enough
 *   <li>{@code Library} brings the native library into memory, and leaves nothing behind
 * </ul>
 */
@NullMarked
package dev.sweetspot.classic.lightgbm;

import org.jspecify.annotations.NullMarked;

/**
 * The playground: small networks that learn points of a plane while somebody looks, by the same trainer and with the same
 * hyperparameters as all others.
 *
 * <ul>
 *   <li>{@link dev.sweetspot.studio.playground.Choice} what somebody wants to see: points, and one network or two
 *   <li>{@link dev.sweetspot.studio.playground.Play} one playground that goes on, {@link dev.sweetspot.studio.playground.Plays}
 *       those that are open, {@link dev.sweetspot.studio.playground.PlayForms} how they stand, for pages
 *   <li>{@link dev.sweetspot.studio.playground.Lessons} what is worth a look
 * </ul>
 */
@NullMarked
package dev.sweetspot.studio.playground;

import org.jspecify.annotations.NullMarked;

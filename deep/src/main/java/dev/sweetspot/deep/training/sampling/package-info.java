/** Which examples come together before each step, and how much each counts. */
@NullMarked
package dev.sweetspot.deep.training.sampling;

import org.jspecify.annotations.NullMarked;

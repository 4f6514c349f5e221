/** Minimisers of smooth functions. */
@NullMarked
package dev.sweetspot.math.optimizer;

import org.jspecify.annotations.NullMarked;

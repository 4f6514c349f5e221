/** How weights change along their gradients: one record an optimiser. */
@NullMarked
package dev.sweetspot.deep.training.optimizer;

import org.jspecify.annotations.NullMarked;

/** What a training makes small: one record a loss. */
@NullMarked
package dev.sweetspot.deep.training.loss;

import org.jspecify.annotations.NullMarked;

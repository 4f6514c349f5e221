/** Differential evolution. */
@NullMarked
package dev.sweetspot.samplers.de;

import org.jspecify.annotations.NullMarked;

/** How much a study can still gain. */
@NullMarked
package dev.sweetspot.surrogate.gain;

import org.jspecify.annotations.NullMarked;

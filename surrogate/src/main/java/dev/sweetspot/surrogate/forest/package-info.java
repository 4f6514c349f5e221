/** Regression forests. */
@NullMarked
package dev.sweetspot.surrogate.forest;

import org.jspecify.annotations.NullMarked;

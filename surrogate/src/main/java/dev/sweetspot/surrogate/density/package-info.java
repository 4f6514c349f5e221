/** Densities over the unit cube, estimated from points. */
@NullMarked
package dev.sweetspot.surrogate.density;

import org.jspecify.annotations.NullMarked;

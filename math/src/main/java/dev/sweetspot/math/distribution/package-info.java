/** Distributions, and the functions that go with them. */
@NullMarked
package dev.sweetspot.math.distribution;

import org.jspecify.annotations.NullMarked;

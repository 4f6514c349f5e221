/** Evolution of a normal distribution. */
@NullMarked
package dev.sweetspot.samplers.cma;

import org.jspecify.annotations.NullMarked;

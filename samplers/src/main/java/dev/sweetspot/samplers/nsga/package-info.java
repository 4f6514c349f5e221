/** Genetic algorithms for several objectives. */
@NullMarked
package dev.sweetspot.samplers.nsga;

import org.jspecify.annotations.NullMarked;

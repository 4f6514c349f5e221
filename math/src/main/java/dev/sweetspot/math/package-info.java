/** Linear algebra, distributions, quasi-random sequences, optimisers and fronts: numbers in, numbers out. */
@NullMarked
package dev.sweetspot.math;

import org.jspecify.annotations.NullMarked;

/** Bayesian optimisation with a Gaussian process. */
@NullMarked
package dev.sweetspot.samplers.gp;

import org.jspecify.annotations.NullMarked;

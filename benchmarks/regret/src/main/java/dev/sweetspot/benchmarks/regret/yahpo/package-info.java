/** Surrogates of real trainings (YAHPO Gym) as problems. */
@NullMarked
package dev.sweetspot.benchmarks.regret.yahpo;

import org.jspecify.annotations.NullMarked;

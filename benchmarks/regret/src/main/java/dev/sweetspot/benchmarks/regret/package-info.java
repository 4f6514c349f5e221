/** How good the search is: normalised regret of samplers on problems whose best value is known. */
@NullMarked
package dev.sweetspot.benchmarks.regret;

import org.jspecify.annotations.NullMarked;

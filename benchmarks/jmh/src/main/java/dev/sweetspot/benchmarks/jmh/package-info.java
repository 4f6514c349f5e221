/** How long a suggestion takes, by sampler and by what the study already knows. */
@NullMarked
package dev.sweetspot.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;

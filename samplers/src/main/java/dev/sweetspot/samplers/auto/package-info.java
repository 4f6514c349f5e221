/** The sampler that chooses samplers. */
@NullMarked
package dev.sweetspot.samplers.auto;

import org.jspecify.annotations.NullMarked;

/** The search algorithms, one package each. */
@NullMarked
package dev.sweetspot.samplers;

import org.jspecify.annotations.NullMarked;

/** Points that fill a space evenly. */
@NullMarked
package dev.sweetspot.samplers.qmc;

import org.jspecify.annotations.NullMarked;

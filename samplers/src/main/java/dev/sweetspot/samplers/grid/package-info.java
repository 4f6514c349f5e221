/** Every configuration of a grid, coarse first. */
@NullMarked
package dev.sweetspot.samplers.grid;

import org.jspecify.annotations.NullMarked;

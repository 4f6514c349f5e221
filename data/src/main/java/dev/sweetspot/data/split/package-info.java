/** Draws the parts of a data set: who trains, who chooses, who measures. */
@NullMarked
package dev.sweetspot.data.split;

import org.jspecify.annotations.NullMarked;

/** Several losses at once: ranks, fronts, hypervolume, boxes, and the ways to one number. All losses are minimised. */
@NullMarked
package dev.sweetspot.math.front;

import org.jspecify.annotations.NullMarked;

/** Predictions, and how good they are. */
@NullMarked
package dev.sweetspot.data.metric;

import org.jspecify.annotations.NullMarked;

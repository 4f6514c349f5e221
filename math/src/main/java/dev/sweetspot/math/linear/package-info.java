/** Linear algebra on plain arrays. */
@NullMarked
package dev.sweetspot.math.linear;

import org.jspecify.annotations.NullMarked;

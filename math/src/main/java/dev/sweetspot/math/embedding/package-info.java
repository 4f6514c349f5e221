/** Points of many coordinates in a plane, so that people can look at them. */
@NullMarked
package dev.sweetspot.math.embedding;

import org.jspecify.annotations.NullMarked;

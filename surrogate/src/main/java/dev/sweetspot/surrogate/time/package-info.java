/** How long trials take. */
@NullMarked
package dev.sweetspot.surrogate.time;

import org.jspecify.annotations.NullMarked;

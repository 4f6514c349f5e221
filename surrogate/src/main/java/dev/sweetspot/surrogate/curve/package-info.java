/** How curves of reports go on. */
@NullMarked
package dev.sweetspot.surrogate.curve;

import org.jspecify.annotations.NullMarked;

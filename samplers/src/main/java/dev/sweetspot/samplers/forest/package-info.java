/** Search by a random forest. */
@NullMarked
package dev.sweetspot.samplers.forest;

import org.jspecify.annotations.NullMarked;

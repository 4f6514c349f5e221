/** The nevers of the house, each with a planted violation that shows that it can fail. */
@NullMarked
package dev.sweetspot.house;

import org.jspecify.annotations.NullMarked;

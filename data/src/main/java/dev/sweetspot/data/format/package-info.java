/** From a path to an image set: one class a format of data, found by name, and what they share. */
@NullMarked
package dev.sweetspot.data.format;

import org.jspecify.annotations.NullMarked;

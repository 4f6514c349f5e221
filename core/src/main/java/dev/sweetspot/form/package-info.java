/**
 * A sealed tree of values with source positions, the shape in which everything of the core is written down and read
 * back (floor 1 of the core: it knows nobody else).
 */
@NullMarked
package dev.sweetspot.form;

import org.jspecify.annotations.NullMarked;

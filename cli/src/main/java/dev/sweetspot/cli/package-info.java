/** The door: commands, flags and the environment, and nothing that a library room could do. */
@NullMarked
package dev.sweetspot.cli;

import org.jspecify.annotations.NullMarked;

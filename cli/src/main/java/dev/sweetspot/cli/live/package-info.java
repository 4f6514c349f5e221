/** The block that a terminal shows while a job runs: a pure function from a moment to lines, and who redraws it. */
@NullMarked
package dev.sweetspot.cli.live;

import org.jspecify.annotations.NullMarked;

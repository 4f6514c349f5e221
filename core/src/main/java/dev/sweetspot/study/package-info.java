/** The engine: ask, run, report, tell, stop (floor 5; nobody below imports it). */
@NullMarked
package dev.sweetspot.study;

import org.jspecify.annotations.NullMarked;

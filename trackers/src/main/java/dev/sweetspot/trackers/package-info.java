/** What the trials of a study are called where people look at them in other programs. */
@NullMarked
package dev.sweetspot.trackers;

import org.jspecify.annotations.NullMarked;

/** What was tried and what came out: objectives, outcomes, curves, events and the history they add up to (floor 3). */
@NullMarked
package dev.sweetspot.trial;

import org.jspecify.annotations.NullMarked;

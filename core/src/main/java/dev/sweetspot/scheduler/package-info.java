/** What runs next and for how long: the seam, and the scheduler that runs every trial to its end (floor 4). */
@NullMarked
package dev.sweetspot.scheduler;

import org.jspecify.annotations.NullMarked;

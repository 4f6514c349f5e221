/** Who remembers: the seams for events, leases and artifacts, and the store in memory (floor 4). */
@NullMarked
package dev.sweetspot.store;

import org.jspecify.annotations.NullMarked;

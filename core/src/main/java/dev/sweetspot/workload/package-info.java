/** What is tried: the seam of named, serialisable things that can be tried anywhere, and the choice among several (floor 4). */
@NullMarked
package dev.sweetspot.workload;

import org.jspecify.annotations.NullMarked;

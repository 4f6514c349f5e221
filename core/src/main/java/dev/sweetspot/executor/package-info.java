/** Who runs: the seam that places workers somewhere, and threads of this JVM (floor 4). */
@NullMarked
package dev.sweetspot.executor;

import org.jspecify.annotations.NullMarked;

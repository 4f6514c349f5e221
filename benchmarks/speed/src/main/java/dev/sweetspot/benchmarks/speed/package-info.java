/** How quick trainings are through the real loop, loading and changing of examples included, in turns with another program. */
@NullMarked
package dev.sweetspot.benchmarks.speed;

import org.jspecify.annotations.NullMarked;

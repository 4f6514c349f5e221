/** Who proposes: the seam every search algorithm implements, and random search (floor 4). */
@NullMarked
package dev.sweetspot.sampler;

import org.jspecify.annotations.NullMarked;

/** Two networks that learn from each other: one that draws, and one that tells what is drawn from what is real. */
@NullMarked
package dev.sweetspot.deep.adversarial;

import org.jspecify.annotations.NullMarked;

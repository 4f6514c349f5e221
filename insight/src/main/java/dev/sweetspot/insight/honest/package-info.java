/** How good the winner really is: what is left of its value once it is known that it was chosen for it. */
@NullMarked
package dev.sweetspot.insight.honest;

import org.jspecify.annotations.NullMarked;

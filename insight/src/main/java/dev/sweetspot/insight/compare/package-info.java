/** Two studies side by side: which winner is better, which search found more, and how sure that is. */
@NullMarked
package dev.sweetspot.insight.compare;

import org.jspecify.annotations.NullMarked;

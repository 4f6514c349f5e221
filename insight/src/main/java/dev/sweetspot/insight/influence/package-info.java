/** What a parameter does: the value as a function of it, how sure that is, and what can be said of it in words. */
@NullMarked
package dev.sweetspot.insight.influence;

import org.jspecify.annotations.NullMarked;

/** What to do next: the space of a search that follows, and what going on would gain. */
@NullMarked
package dev.sweetspot.insight.next;

import org.jspecify.annotations.NullMarked;

/** What one objective costs in another. */
@NullMarked
package dev.sweetspot.insight.trade;

import org.jspecify.annotations.NullMarked;

/** What paints pictures in a browser: scripts of our own and the chart library, as resources. */
@NullMarked
package dev.sweetspot.insight.paint;

import org.jspecify.annotations.NullMarked;

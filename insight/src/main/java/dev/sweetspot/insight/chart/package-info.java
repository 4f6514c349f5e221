/** Pictures as data: what is to be seen, and nothing of how it is painted. One library paints it, in the page and in the report. */
@NullMarked
package dev.sweetspot.insight.chart;

import org.jspecify.annotations.NullMarked;

/** A study told on one page: what came out, how sure that is, in words, pictures and tables. */
@NullMarked
package dev.sweetspot.insight.report;

import org.jspecify.annotations.NullMarked;

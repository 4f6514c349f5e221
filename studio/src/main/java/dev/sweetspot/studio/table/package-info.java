/** Tables and series in files that somebody points to: what they hold, at a glance, before anything is learnt from them. */
@NullMarked
package dev.sweetspot.studio.table;

import org.jspecify.annotations.NullMarked;

/** Schedulers: one record an algorithm. */
@NullMarked
package dev.sweetspot.schedulers;

import org.jspecify.annotations.NullMarked;

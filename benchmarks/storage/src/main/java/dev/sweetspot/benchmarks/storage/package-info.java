/** What it costs to keep studies. */
@NullMarked
package dev.sweetspot.benchmarks.storage;

import org.jspecify.annotations.NullMarked;

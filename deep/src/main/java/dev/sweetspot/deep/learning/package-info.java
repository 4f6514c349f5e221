/** The workload that trains networks on images, tables and series, and the models that come of it. */
@NullMarked
package dev.sweetspot.deep.learning;

import org.jspecify.annotations.NullMarked;

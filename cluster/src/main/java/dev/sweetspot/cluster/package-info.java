/**
 * Workers of a study on Apache Spark, and the only place that names it. Spark places worker processes, and starts them
 * again elsewhere when it loses one; whether a trial is retried is decided by its lease alone.
 */
@NullMarked
package dev.sweetspot.cluster;

import org.jspecify.annotations.NullMarked;

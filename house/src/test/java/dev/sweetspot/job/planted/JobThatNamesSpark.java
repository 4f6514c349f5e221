package dev.sweetspot.job.planted;

import org.apache.spark.SparkContext;

/** Planted: Spark named outside the cluster. */
public final class JobThatNamesSpark {
    SparkContext context = new SparkContext();
}

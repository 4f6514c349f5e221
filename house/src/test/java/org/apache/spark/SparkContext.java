package org.apache.spark;

/** Stands in for the class of this name. */
public final class SparkContext {}

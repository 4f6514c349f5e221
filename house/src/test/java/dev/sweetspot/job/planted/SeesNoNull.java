package dev.sweetspot.job.planted;

/** Planted: lies in a package without {@code @NullMarked}. */
public final class SeesNoNull {}

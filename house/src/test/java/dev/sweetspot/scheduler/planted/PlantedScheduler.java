package dev.sweetspot.scheduler.planted;

/** Planted: something for others to import. */
public final class PlantedScheduler {}

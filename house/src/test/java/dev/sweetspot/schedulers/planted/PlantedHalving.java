package dev.sweetspot.schedulers.planted;

/** Planted: something for others to import. */
public final class PlantedHalving {}

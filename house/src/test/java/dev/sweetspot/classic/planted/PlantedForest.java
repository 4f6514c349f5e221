package dev.sweetspot.classic.planted;

/** Planted: something for others to import. */
public final class PlantedForest {}

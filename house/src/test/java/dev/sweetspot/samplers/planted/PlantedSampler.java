package dev.sweetspot.samplers.planted;

/** Planted: something for others to import. */
public final class PlantedSampler {}

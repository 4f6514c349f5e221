package dev.sweetspot.study.planted;

/** Planted: something for others to import. */
public final class PlantedStudy {}

package dev.sweetspot.space.planted;

import dev.sweetspot.samplers.planted.PlantedSampler;

/** Planted: the core sees a room above it. */
public final class CoreThatImportsARoom {
    PlantedSampler sampler = new PlantedSampler();
}

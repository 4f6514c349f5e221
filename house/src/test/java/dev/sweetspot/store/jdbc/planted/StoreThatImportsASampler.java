package dev.sweetspot.store.jdbc.planted;

import dev.sweetspot.samplers.planted.PlantedSampler;

/** Planted: a room sees the one beside it, from a package whose name begins like one of the core. */
public final class StoreThatImportsASampler {
    PlantedSampler sampler = new PlantedSampler();
}

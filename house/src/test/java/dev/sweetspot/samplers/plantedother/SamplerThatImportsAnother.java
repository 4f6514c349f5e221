package dev.sweetspot.samplers.plantedother;

import dev.sweetspot.samplers.planted.PlantedSampler;

/** Planted: one algorithm sees another. */
public final class SamplerThatImportsAnother {
    PlantedSampler sampler = new PlantedSampler();
}

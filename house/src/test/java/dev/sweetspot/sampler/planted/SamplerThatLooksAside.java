package dev.sweetspot.sampler.planted;

import dev.sweetspot.scheduler.planted.PlantedScheduler;

/** Planted: a package of the core sees one on its own floor. */
public final class SamplerThatLooksAside {
    PlantedScheduler scheduler = new PlantedScheduler();
}

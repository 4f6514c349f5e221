package dev.sweetspot.schedulers.plantedother;

import dev.sweetspot.schedulers.planted.PlantedHalving;

/** Planted: one algorithm sees another. */
public final class SchedulerThatImportsAnother {
    PlantedHalving halving = new PlantedHalving();
}

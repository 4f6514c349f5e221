package dev.sweetspot.math.planted;

import dev.sweetspot.study.planted.PlantedStudy;

/** Planted: the mathematics know what they are for. */
public final class MathThatImportsTheCore {
    PlantedStudy study = new PlantedStudy();
}

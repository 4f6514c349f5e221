package dev.sweetspot.form.planted;

import dev.sweetspot.study.planted.PlantedStudy;

/** Planted: the lowest floor of the core sees the highest. */
public final class FormThatReachesUp {
    PlantedStudy study() {
        return new PlantedStudy();
    }
}

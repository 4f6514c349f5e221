package dev.sweetspot.deep.training.augmentation;

import java.util.random.RandomGenerator;

/** Makes all of a picture brighter, darker, flatter or harder. All of them together are one straight line. */
public non-sealed interface Tonal extends Augmentation {
    /** Adds its change to those before. */
    void draw(RandomGenerator random, Tone tone);
}

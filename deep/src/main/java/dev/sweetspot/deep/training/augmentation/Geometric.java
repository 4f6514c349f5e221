package dev.sweetspot.deep.training.augmentation;

import java.util.random.RandomGenerator;

/** Moves what is in the picture. All of them together are one map, so that an image is sampled once. */
public non-sealed interface Geometric extends Augmentation {
    /**
     * Adds its change to those before.
     *
     * @param random as many draws for each image, whatever they give
     * @param map from places in the new picture to places in the old one
     */
    void draw(RandomGenerator random, PlaceMap map);
}

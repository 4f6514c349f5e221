package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import java.util.random.RandomGenerator;

/** Puts two images of a batch together; the target becomes a mixture too. Of several, one is drawn for each pair. */
public non-sealed interface Mixing extends Augmentation {
    /**
     * Puts a part of another image into an image.
     *
     * @param image row by row, channels last; changed
     * @param other not changed
     * @return how much of the result is the image itself, from 0 to 1: the share of its label
     */
    double mix(float[] image, float[] other, ImageShape shape, RandomGenerator random);
}

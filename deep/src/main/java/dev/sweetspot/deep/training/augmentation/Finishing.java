package dev.sweetspot.deep.training.augmentation;

import dev.sweetspot.data.ImageShape;
import java.util.random.RandomGenerator;

/** Changes single pixels of a picture that is otherwise ready. */
public non-sealed interface Finishing extends Augmentation {
    /**
     * Changes a picture.
     *
     * @param image row by row, channels last, as the network is to see it; changed
     * @param neutral the value of each channel that says nothing: its mean
     * @param width of the values of each channel: one standard deviation
     */
    void change(float[] image, ImageShape shape, float[] neutral, float[] width, RandomGenerator random);
}

package dev.sweetspot.deep.training;

/**
 * What is changed in every training image anew, each time it is seen.
 *
 * @param flip whether half of the images are mirrored left to right
 * @param crop images are moved by up to so many pixels in each direction; what comes in is the mean colour
 */
public record Augmentation(boolean flip, int crop) {
    /** Nothing is changed. */
    public static final Augmentation NONE = new Augmentation(false, 0);
}

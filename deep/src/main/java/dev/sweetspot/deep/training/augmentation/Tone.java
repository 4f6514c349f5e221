package dev.sweetspot.deep.training.augmentation;

/**
 * A straight line through the values of a picture: {@code m + gain (v - m) + lift s}, with m the mean and s the standard
 * deviation of the channel over the training images.
 */
public final class Tone {
    private double gain = 1;
    private double lift;

    /** Changes nothing again. */
    public void reset() {
        gain = 1;
        lift = 0;
    }

    /** Makes differences from the mean so many times as large. */
    public void stretch(double factor) {
        gain *= factor;
        lift *= factor;
    }

    /** Adds so many standard deviations. */
    public void raise(double deviations) {
        lift += deviations;
    }

    /** The factor. */
    public double gain() {
        return gain;
    }

    /** What is added, in standard deviations. */
    public double lift() {
        return lift;
    }

    /** Whether it changes nothing. */
    public boolean plain() {
        return gain == 1 && lift == 0;
    }
}

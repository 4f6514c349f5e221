package dev.sweetspot.data;

/**
 * The form of every image of a set.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels samples a pixel, at least 1: 1 grey, 3 red-green-blue, any number for microscopes
 */
public record ImageShape(int height, int width, int channels) {
    public ImageShape {
        if (height < 1 || width < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "height, width and channels must be 1 or more: " + height + " x " + width + " x " + channels);
        }
    }

    /** Samples of one image: height x width x channels. */
    public long samples() {
        return (long) height * width * channels;
    }

    @Override
    public String toString() {
        return height + " x " + width + " x " + channels;
    }
}

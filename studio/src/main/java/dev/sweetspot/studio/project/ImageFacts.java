package dev.sweetspot.studio.project;

/**
 * What was seen of an image when it was taken in.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels samples a pixel, at least 1
 * @param bits of a sample: 8 or 16
 * @param look the beginning of the sha-256 of its decoded samples, in hexadecimal: equal for images that look the same,
 *     however their files are packed
 * @param blank whether all its samples are equal
 */
public record ImageFacts(int height, int width, int channels, int bits, String look, boolean blank) {
    /** Checks the ranges. */
    public ImageFacts {
        if (height < 1 || width < 1 || channels < 1 || (bits != 8 && bits != 16)) {
            throw new IllegalArgumentException(
                    "no image is " + height + " x " + width + " x " + channels + " of " + bits + " bits");
        }
        if (!look.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("look = " + look + ": must be 32 hexadecimal digits");
        }
    }
}

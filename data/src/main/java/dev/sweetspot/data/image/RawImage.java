package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;

/**
 * One decoded image: height x width x channels, channels last.
 *
 * @param samples unsigned values up to the depth's highest
 */
public record RawImage(int height, int width, int channels, Samples samples) {
    /** Checks that there are as many samples as the shape wants. */
    public RawImage {
        if (samples.length() != height * width * channels) {
            throw new IllegalArgumentException(
                    samples.length() + " samples for " + height + " x " + width + " x " + channels);
        }
    }

    /** How the samples are stored. */
    public Depth depth() {
        return samples.depth();
    }

    /** Rows times columns. */
    int pixels() {
        return height * width;
    }

    /** The same with three equal channels in the place of one. */
    public RawImage asColour() {
        return channels == 3
                ? this
                : new RawImage(height, width, 3, Samples.of(depth(), pixels() * 3, i -> samples.at(i / 3)));
    }

    /** Its brightness: of red, green and blue by Rec. ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B. */
    public RawImage asGrey() {
        if (channels != 3) {
            throw new IllegalArgumentException("channels = " + channels + ": must be 3");
        }
        return new RawImage(
                height,
                width,
                1,
                Samples.of(
                        depth(),
                        pixels(),
                        i -> (299 * samples.at(3 * i) + 587 * samples.at(3 * i + 1) + 114 * samples.at(3 * i + 2) + 500)
                                / 1000));
    }

    /** The same on another scale: 255 is 65535 with 16 bits, and 65535 is 255 with 8. */
    public RawImage asDepth(Depth wanted) {
        if (depth() == wanted) {
            return this;
        }
        return new RawImage(
                height,
                width,
                channels,
                Samples.of(
                        wanted,
                        samples.length(),
                        i -> wanted == Depth.U16 ? samples.at(i) * 257 : (samples.at(i) + 128) / 257));
    }

    /** Takes the last channel as alpha and lays the others on white. */
    RawImage onWhite() {
        int colours = channels - 1;
        long highest = depth().highest();
        return new RawImage(height, width, colours, Samples.of(depth(), pixels() * colours, i -> {
            int at = i / colours * channels;
            long alpha = samples.at(at + colours);
            return (int) ((samples.at(at + i % colours) * alpha + (highest - alpha) * highest + highest / 2) / highest);
        }));
    }
}

package dev.sweetspot.data.image;

import dev.sweetspot.data.Depth;

/**
 * One decoded image as it is in its file: height x width x channels, channels last.
 *
 * @param samples unsigned values up to the depth's highest
 */
@SuppressWarnings("ArrayRecordComponent") // millions of samples: never compared, never copied
public record RawImage(int height, int width, int channels, Depth depth, int[] samples) {
    /** The same with three equal channels in the place of one. */
    RawImage asColour() {
        if (channels != 1) {
            return this;
        }
        var colour = new int[samples.length * 3];
        for (int i = 0; i < colour.length; i++) {
            colour[i] = samples[i / 3];
        }
        return new RawImage(height, width, 3, depth, colour);
    }

    /** The same on the 16-bit scale: 255 becomes 65535. */
    RawImage asDepth(Depth wanted) {
        if (depth == wanted) {
            return this;
        }
        if (wanted == Depth.U8) {
            throw new IllegalArgumentException("16 bits do not fit into 8");
        }
        var wide = new int[samples.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = samples[i] * 257;
        }
        return new RawImage(height, width, channels, wanted, wide);
    }
}

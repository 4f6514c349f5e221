package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;

/**
 * From -1 to 1, as networks draw images that end with tanh: of 8 bits {@code v / 127.5 - 1}; of 16 bits, of which pictures use
 * a small part, four standard deviations on either side of the mean of each channel. No choice of a person: it is not
 * installed.
 *
 * @param depth of the images
 */
public record SignedRange(Depth depth) implements Rescaling {
    private static final double SPAN = 4;

    @Override
    public String name() {
        return "signed_range";
    }

    @Override
    public String help() {
        return "brings black to -1 and white to 1";
    }

    @Override
    public boolean ofEachImage() {
        return false;
    }

    @Override
    public double factor(double deviation, long samples, Depth of) {
        return of == Depth.U8 ? 2.0 / of.highest() : 1 / (SPAN * deviation);
    }

    @Override
    public double shift(double mean, double factor) {
        return depth == Depth.U8 ? -1 : -mean * factor;
    }
}

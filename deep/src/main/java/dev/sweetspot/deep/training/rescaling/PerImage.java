package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;

/** {@code (v - m) / max(s, 1 / sqrt(n))}, with mean and standard deviation of all n values of the image itself, all channels together: an image of one colour becomes 0. */
public record PerImage() implements Rescaling {
    @Override
    public String name() {
        return "per_image";
    }

    @Override
    public String help() {
        return "gives every image by itself a mean of 0 and a standard deviation of 1, so that it does not count how bright an image is, nor its contrast";
    }

    @Override
    public boolean ofEachImage() {
        return true;
    }

    @Override
    public double factor(double deviation, long samples, Depth depth) {
        return 1 / Math.max(deviation, 1 / Math.sqrt((double) samples));
    }

    @Override
    public double shift(double mean, double factor) {
        return -mean * factor;
    }
}

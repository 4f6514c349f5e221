package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;

/** {@code (v - m) / s}, with mean and standard deviation of the channel over the images that are learnt from. */
public record MeanAndDeviation() implements Rescaling {
    @Override
    public String name() {
        return "mean_sd";
    }

    @Override
    public String help() {
        return "gives every channel a mean of 0 and a standard deviation of 1 over all images, and is the usual one";
    }

    @Override
    public boolean ofEachImage() {
        return false;
    }

    @Override
    public double factor(double deviation, long samples, Depth depth) {
        return 1 / deviation;
    }

    @Override
    public double shift(double mean, double factor) {
        return -mean * factor;
    }
}

package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;

/** {@code v / 255}, or {@code v / 65535} for 16 bits. */
public record UnitRange() implements Rescaling {
    @Override
    public String name() {
        return "unit_range";
    }

    @Override
    public String help() {
        return "brings black to 0 and white to 1";
    }

    @Override
    public boolean ofEachImage() {
        return false;
    }

    @Override
    public double factor(double deviation, long samples, Depth depth) {
        return 1.0 / depth.highest();
    }

    @Override
    public double shift(double mean, double factor) {
        return 0;
    }
}

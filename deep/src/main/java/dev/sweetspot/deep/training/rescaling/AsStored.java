package dev.sweetspot.deep.training.rescaling;

import dev.sweetspot.data.Depth;

/** v itself. */
public record AsStored() implements Rescaling {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public String help() {
        return "leaves values as they are stored, 0 to 255 or to 65535: hardly any network learns well from such large numbers";
    }

    @Override
    public boolean ofEachImage() {
        return false;
    }

    @Override
    public double factor(double deviation, long samples, Depth depth) {
        return 1;
    }

    @Override
    public double shift(double mean, double factor) {
        return 0;
    }
}

package dev.sweetspot.deep.training.sampling;

import java.util.random.RandomGenerator;

/** The order of the data, in every epoch. */
public record Sequential() implements Sampling {
    @Override
    public String name() {
        return "sequential";
    }

    @Override
    public String help() {
        return "goes through the data as it stands, every time: seldom good, because neighbours are often alike";
    }

    @Override
    public boolean byClass() {
        return false;
    }

    @Override
    public int[] order(int[] examples, int[] classes, RandomGenerator random) {
        return examples.clone();
    }
}

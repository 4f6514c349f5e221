package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Normal with deviation 0.05 in every layer, the usual one of Keras. */
public record RandomNormal() implements Initializer {
    @Override
    public String name() {
        return "random_normal";
    }

    @Override
    public String help() {
        return "Normal draws with a deviation of 0.05 whatever the layer: how it was done before one knew better.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.normal(kernel, 0.05, random);
    }
}

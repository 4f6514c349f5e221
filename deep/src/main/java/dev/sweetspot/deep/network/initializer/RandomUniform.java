package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Uniform from -0.05 to 0.05 in every layer, the usual one of Keras. */
public record RandomUniform() implements Initializer {
    @Override
    public String name() {
        return "random_uniform";
    }

    @Override
    public String help() {
        return "Even draws between -0.05 and 0.05 whatever the layer: how it was done before one knew better.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.uniform(kernel, 0.05, random);
    }
}

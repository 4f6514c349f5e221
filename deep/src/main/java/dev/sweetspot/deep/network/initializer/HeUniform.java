package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Uniform with variance 2 / i (He et al. 2015); 1 / i for gates; a tenth of the deviation in the last layer. */
public record HeUniform() implements Initializer {
    @Override
    public String name() {
        return "he_uniform";
    }

    @Override
    public String help() {
        return "Even draws with the same spread as he_normal.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.uniform(kernel, Math.sqrt(3) * Draw.heDeviation(kernel, last), random);
    }
}

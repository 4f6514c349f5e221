package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Uniform with variance 1 / i (LeCun et al. 1998). */
public record LecunUniform() implements Initializer {
    @Override
    public String name() {
        return "lecun_uniform";
    }

    @Override
    public String help() {
        return "Even draws with the same spread as lecun_normal.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.uniform(kernel, Math.sqrt(3.0 / kernel.fans().in()), random);
    }
}

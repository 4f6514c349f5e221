package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Uniform with variance 2 / (i + o) (Glorot and Bengio 2010, equation 16). */
public record GlorotUniform() implements Initializer {
    @Override
    public String name() {
        return "glorot_uniform";
    }

    @Override
    public String help() {
        return "Even draws with the same spread as glorot_normal; the default of some other programs.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.uniform(
                kernel, Math.sqrt(6.0 / (kernel.fans().in() + kernel.fans().out())), random);
    }
}

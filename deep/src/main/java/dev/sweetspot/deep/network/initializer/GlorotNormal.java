package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Normal with variance 2 / (i + o) (Glorot and Bengio 2010, equation 12). */
public record GlorotNormal() implements Initializer {
    @Override
    public String name() {
        return "glorot_normal";
    }

    @Override
    public String help() {
        return "Normal draws with a spread between what the way forward and the way back want; made for tanh and sigmoid.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.normal(
                kernel, Math.sqrt(2.0 / (kernel.fans().in() + kernel.fans().out())), random);
    }
}

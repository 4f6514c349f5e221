package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Normal with variance 2 / i (He et al. 2015, equation 10); 1 / i for gates; a tenth of the deviation in the last layer. */
public record HeNormal() implements Initializer {
    @Override
    public String name() {
        return "he_normal";
    }

    @Override
    public String help() {
        return "Normal draws with a spread that relu and its relatives keep the same from layer to layer; the usual one.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.normal(kernel, Draw.heDeviation(kernel, last), random);
    }
}

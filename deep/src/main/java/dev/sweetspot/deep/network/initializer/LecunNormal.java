package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Normal with variance 1 / i (LeCun et al. 1998; Klambauer et al. 2017). */
public record LecunNormal() implements Initializer {
    @Override
    public String name() {
        return "lecun_normal";
    }

    @Override
    public String help() {
        return "Normal draws that keep the spread of what comes in; made for selu.";
    }

    @Override
    public float[] draw(Weight kernel, boolean last, RandomGenerator random) {
        return Draw.normal(kernel, Math.sqrt(1.0 / kernel.fans().in()), random);
    }
}

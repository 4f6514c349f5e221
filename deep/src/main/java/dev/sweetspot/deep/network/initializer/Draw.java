package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/** Independent draws for each number of a kernel. */
final class Draw {
    private Draw() {}

    static float[] normal(Weight kernel, double deviation, RandomGenerator random) {
        var values = new float[Math.toIntExact(kernel.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    static float[] uniform(Weight kernel, double limit, RandomGenerator random) {
        var values = new float[Math.toIntExact(kernel.size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (limit * (2 * random.nextDouble() - 1));
        }
        return values;
    }

    /**
     * He's factor: 2 where a rectifier takes half away, 1 for gates, which take nothing away. Nothing follows the last
     * layer, and a network should begin without an opinion: a tenth of the deviation there.
     */
    static double heDeviation(Weight kernel, boolean last) {
        double factor = kernel.fans().gates() > 1 ? 1.0 : 2.0;
        return Math.sqrt(factor / kernel.fans().in()) * (last ? 0.1 : 1);
    }
}

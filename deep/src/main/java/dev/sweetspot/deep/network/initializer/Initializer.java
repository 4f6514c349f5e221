package dev.sweetspot.deep.network.initializer;

import dev.sweetspot.deep.network.layer.Weight;
import java.util.random.RandomGenerator;

/**
 * How the kernels of a network begin; biases begin at 0 and scales at 1. Which is right follows from how many numbers a
 * kernel adds up: too small, and nothing comes through many layers; too large, and it blows up. Notation: i inputs that each
 * output sums, o outputs that each input goes to.
 */
public interface Initializer {
    /** The name in files and commands: "he_normal". */
    String name();

    /** One sentence for people who do not train networks for a living. */
    String help();

    /**
     * First values, as they lie in memory.
     *
     * @param kernel with its fans; where it has several gates, each is drawn as a kernel of its own
     * @param last whether nothing follows it in its network
     */
    float[] draw(Weight kernel, boolean last, RandomGenerator random);
}

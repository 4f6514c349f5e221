package dev.sweetspot.deep.adversarial;

import dev.sweetspot.deep.option.Option;
import dev.sweetspot.deep.tensor.Tensor;

/**
 * What the two networks of an adversarial training make small. Notation in all of them: D(x) what the discriminator says of a
 * real image, D(y) of a drawn one, larger where it takes it for real; s the sigmoid; each term is the mean over its batch.
 */
public interface AdversarialLoss extends Option<AdversarialLoss> {
    /**
     * The discriminator's.
     *
     * @param real D(x), N x 1
     * @param drawn D(y), N x 1
     */
    Tensor ofDiscriminator(Tensor real, Tensor drawn);

    /**
     * The generator's.
     *
     * @param drawn D(y), N x 1
     */
    Tensor ofGenerator(Tensor drawn);

    /** What is done to the discriminator's weights after each of its steps; nothing by default. */
    default void restrain(Tensor weights) {}
}

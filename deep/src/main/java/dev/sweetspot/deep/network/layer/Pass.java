package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Tensor;

/**
 * How a batch goes through a network.
 *
 * @param training whether normalisations use the batch, and what is random happens
 * @param draws for what is random
 * @param precision of the multiplications; weights and normalisations stay in 32 bits
 */
public record Pass(boolean training, Draws draws, ElementType precision) {
    /** A weight in the precision of the multiplications; its gradient stays in 32 bits. */
    public Tensor cast(Tensor weight) {
        return weight.as(precision);
    }
}

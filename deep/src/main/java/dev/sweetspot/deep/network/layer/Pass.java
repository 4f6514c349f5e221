package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Tensor;

/**
 * How a batch goes through a network. A layer that multiplies casts what comes in and its weights; it may compute in 32 bits
 * where it is quicker so, and the next layer casts what comes out.
 *
 * @param training whether normalisations use the batch, and what is random happens
 * @param draws for what is random
 * @param precision of the multiplications; weights and normalisations stay in 32 bits
 */
public record Pass(boolean training, Draws draws, ElementType precision) {
    /** The same with another precision. */
    public Pass with(ElementType other) {
        return new Pass(training, draws, other);
    }

    /** Numbers in the precision of the multiplications; the gradient of a weight stays in 32 bits. */
    public Tensor cast(Tensor numbers) {
        return numbers.as(precision);
    }
}

package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.tensor.Tensor;
import java.util.Optional;

/**
 * What flows between layers.
 *
 * @param values of a batch
 * @param lengths of its sequences; empty where all are as long as the tensor, and where there are none
 * @param free whether nobody else needs these numbers any more, so that the next layer may overwrite them
 */
public record Signal(Tensor values, Optional<Lengths> lengths, boolean free) {
    /** Rows, images, or sequences that are all as long as the tensor. */
    public static Signal of(Tensor values) {
        return new Signal(values, Optional.empty(), false);
    }

    /** Sequences that are padded at their end. */
    public static Signal of(Tensor values, Lengths lengths) {
        return new Signal(values, Optional.of(lengths), false);
    }

    /** Other numbers, which may be needed again. */
    public Signal with(Tensor newValues) {
        return new Signal(newValues, lengths, false);
    }

    /** Other numbers, which the way back does not need and nobody else looks at. */
    public Signal withFree(Tensor newValues) {
        return new Signal(newValues, lengths, true);
    }

    /** Sequences of other lengths. */
    public Signal with(Optional<Lengths> newLengths) {
        return new Signal(values, newLengths, free);
    }

    /** The same for several readers, none of which may overwrite it. */
    public Signal shared() {
        return free ? new Signal(values, lengths, false) : this;
    }
}

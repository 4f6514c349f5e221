package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Value;
import java.util.Optional;

/**
 * What flows between layers where a network is written down for other tools: {@link Signal} there.
 *
 * @param values of a batch
 * @param lengths of its sequences, one whole number each; empty where all are as long as the tensor, and where there are none
 */
public record Flow(Value values, Optional<Value> lengths) {
    /** Rows, images, or sequences that are all as long as the tensor. */
    public static Flow of(Value values) {
        return new Flow(values, Optional.empty());
    }

    /** Other values. */
    public Flow with(Value newValues) {
        return new Flow(newValues, lengths);
    }

    /** Sequences of other lengths. */
    public Flow with(Optional<Value> newLengths) {
        return new Flow(values, newLengths);
    }
}

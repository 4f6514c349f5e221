package dev.sweetspot.deep.training.loss;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Locale;

/** How the outputs of a network are read as answers, which follows from the loss that it was trained with. */
public enum Readout {
    /** Probabilities of classes: {@code exp(x_c) / sum exp(x)}. */
    SOFTMAX,
    /** Probabilities of classes from one yes-or-no question each: {@code sigmoid(x_c)}, made to sum to 1. */
    SIGMOID,
    /** The numbers themselves. */
    IDENTITY,
    /** {@code exp(x)}: numbers above 0. */
    EXPONENTIAL;

    /** As files write it: "softmax". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The readout of a word.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Readout named(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * Answers, in 32 bits.
     *
     * @param outputs N x outputs
     */
    public Tensor of(Tensor outputs) {
        return switch (this) {
            case SOFTMAX -> Operations.softmax(outputs);
            case SIGMOID -> LossOperations.shares(Operations.sigmoid(outputs.as(ElementType.FLOAT32)));
            case IDENTITY -> outputs.as(ElementType.FLOAT32);
            case EXPONENTIAL -> LossOperations.exponential(outputs.as(ElementType.FLOAT32));
        };
    }
}

package dev.sweetspot.deep.network.layer;

import dev.sweetspot.deep.graph.Elementwise;
import dev.sweetspot.deep.graph.OnnxAttribute;
import dev.sweetspot.deep.graph.Operation;
import dev.sweetspot.deep.graph.Softmax;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the outputs of a network are read as answers, which follows from the loss that it was trained with. */
public enum Readout {
    /** Probabilities of classes: {@code exp(x_c) / sum exp(x)}. */
    SOFTMAX,
    /** Probabilities of classes from one yes-or-no question each: {@code sigmoid(x_c)}, made to sum to 1. */
    SIGMOID,
    /** Shares from 0 to 1, each by itself: {@code sigmoid(x)}. */
    UNIT,
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
            case UNIT -> Operations.sigmoid(outputs.as(ElementType.FLOAT32));
            case IDENTITY -> outputs.as(ElementType.FLOAT32);
            case EXPONENTIAL -> LossOperations.exponential(outputs.as(ElementType.FLOAT32));
        };
    }

    /** The same for other tools; empty where nothing is done. */
    public Optional<Operation> operation() {
        return switch (this) {
            case SOFTMAX -> Optional.of(new Softmax());
            case SIGMOID ->
                Optional.of(Elementwise.of(
                        "shares", "torch.sigmoid(x) / torch.sigmoid(x).sum(-1, keepdim=True)", (nodes, x) -> {
                            var each = nodes.node("Sigmoid", x);
                            var sum = nodes.node(
                                    "ReduceSum",
                                    List.of(each, nodes.whole(-1)),
                                    Map.of("keepdims", OnnxAttribute.of(1)));
                            return nodes.node("Div", each, sum);
                        }));
            case UNIT -> Optional.of(Elementwise.of("sigmoid", "torch.sigmoid(x)", "Sigmoid"));
            case IDENTITY -> Optional.empty();
            case EXPONENTIAL -> Optional.of(Elementwise.of("exponential", "torch.exp(x)", "Exp"));
        };
    }
}

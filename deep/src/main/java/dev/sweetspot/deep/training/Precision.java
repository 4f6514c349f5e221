package dev.sweetspot.deep.training;

import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Processor;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/** In how many bits images, activations and products are. Weights, normalisations and the loss always have 32. */
public enum Precision {
    /** 32 bits. */
    FLOAT32(ElementType.FLOAT32),
    /** 16 bits: about twice as fast where the processor has it in hardware. */
    BFLOAT16(ElementType.BFLOAT16);

    private final ElementType type;

    Precision(ElementType type) {
        this.type = type;
    }

    /** What tensors of it have. */
    public ElementType type() {
        return type;
    }

    /** What inputs of a shape have: rows of a table keep all their digits until they are multiplied. */
    public ElementType inputs(Shape shape) {
        return shape instanceof Shape.Row ? ElementType.FLOAT32 : type;
    }

    /** As people read it: "bfloat16". */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The precision of a word.
     *
     * @throws InvalidInputException when there is none
     */
    public static Precision named(String word) {
        return Arrays.stream(values())
                .filter(precision -> precision.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "precision",
                        word,
                        "is not known",
                        DidYouMean.maybe(
                                word,
                                Arrays.stream(values()).map(Precision::word).toList())));
    }

    /** 16 bits where the processor is fast with them and classes are asked for; numbers may need their digits. */
    public static Precision automatic(Task.Kind task) {
        return task == Task.Kind.CLASSIFICATION ? automatic() : FLOAT32;
    }

    /** 16 bits where the processor is fast with them. */
    public static Precision automatic() {
        return Processor.hasFastBfloat16() ? BFLOAT16 : FLOAT32;
    }
}

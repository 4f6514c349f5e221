package dev.sweetspot.deep.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What is set of an ONNX node. */
public sealed interface OnnxAttribute {
    /** A whole number. */
    record Whole(long value) implements OnnxAttribute {}

    /** A 32-bit number. */
    record Real(double value) implements OnnxAttribute {}

    /** Text. */
    record Text(String value) implements OnnxAttribute {}

    /** Whole numbers. */
    record Wholes(List<Long> values) implements OnnxAttribute {
        /** Keeps a copy. */
        public Wholes {
            values = List.copyOf(values);
        }
    }

    /** One whole number. */
    static OnnxAttribute of(long value) {
        return new Whole(value);
    }

    /** One 32-bit number. */
    static OnnxAttribute of(double value) {
        return new Real(value);
    }

    /** Text. */
    static OnnxAttribute of(String value) {
        return new Text(value);
    }

    /** The same whole number so many times. */
    static OnnxAttribute repeated(int count, long value) {
        return new Wholes(Collections.nCopies(count, value));
    }

    /** Whole numbers. */
    static OnnxAttribute all(long... values) {
        return new Wholes(Arrays.stream(values).boxed().toList());
    }
}

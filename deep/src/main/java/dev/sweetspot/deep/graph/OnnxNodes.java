package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** The nodes of an ONNX file while it is written; operations of opset 17 without a domain. */
public interface OnnxNodes {
    /**
     * A node with results.
     *
     * @param type "Conv"
     * @param inputs names; "" for one that is left out
     * @param results how many
     * @return the names of the results
     */
    List<String> node(String type, List<String> inputs, Map<String, OnnxAttribute> attributes, int results);

    /** A node with one result. */
    default String node(String type, List<String> inputs, Map<String, OnnxAttribute> attributes) {
        return node(type, inputs, attributes, 1).get(0);
    }

    /** A node with one result and nothing to set. */
    default String node(String type, String... inputs) {
        return node(type, List.of(inputs), Map.of());
    }

    /** A constant row of whole numbers. */
    String whole(long... values);

    /** A constant whole number without dimensions. */
    String index(long value);

    /** A constant row of 32-bit numbers. */
    String real(float... values);

    /** A constant 32-bit number without dimensions. */
    String number(double value);
}

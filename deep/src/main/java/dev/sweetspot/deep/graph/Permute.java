package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * Another order of the dimensions.
 *
 * @param order which dimension comes first, and so on
 */
public record Permute(List<Integer> order) implements Operation {
    /** Keeps a copy. */
    public Permute {
        order = List.copyOf(order);
    }

    @Override
    public String word() {
        return "permute";
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0) + ".permute(" + order + ")";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(
                "Transpose",
                inputs,
                Map.of(
                        "perm",
                        OnnxAttribute.all(
                                order.stream().mapToLong(Integer::longValue).toArray())));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * The mean over dimensions, which are gone afterwards.
 *
 * @param axes from 0, the batch
 */
public record Mean(List<Integer> axes) implements Operation {
    /** Keeps a copy. */
    public Mean {
        axes = List.copyOf(axes);
    }

    @Override
    public String word() {
        return "mean";
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0) + ".mean(" + axes + ")";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(
                "ReduceMean",
                inputs,
                Map.of(
                        "axes",
                        OnnxAttribute.all(
                                axes.stream().mapToLong(Integer::longValue).toArray()),
                        "keepdims",
                        OnnxAttribute.of(0)));
    }
}

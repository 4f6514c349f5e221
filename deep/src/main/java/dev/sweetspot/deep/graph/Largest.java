package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * The largest over dimensions, which are gone afterwards.
 *
 * @param axes from 0, the batch
 */
public record Largest(List<Integer> axes) implements Operation {
    /** Keeps a copy. */
    public Largest {
        axes = List.copyOf(axes);
    }

    @Override
    public String word() {
        return "max";
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0) + ".amax(" + axes + ")";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        var over = OnnxAttribute.all(axes.stream().mapToLong(Integer::longValue).toArray());
        return nodes.node("ReduceMax", inputs, Map.of("axes", over, "keepdims", OnnxAttribute.of(0)));
    }
}

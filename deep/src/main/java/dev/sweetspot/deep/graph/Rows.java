package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** All dimensions behind the batch as one. */
public record Rows() implements Operation {
    @Override
    public String word() {
        return "flatten";
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0) + ".flatten(1)";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node("Flatten", inputs, Map.of("axis", OnnxAttribute.of(1)));
    }
}

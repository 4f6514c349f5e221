package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** Probabilities from logits, over the last dimension. */
public record Softmax() implements Operation {
    @Override
    public String word() {
        return "softmax";
    }

    @Override
    public String torch(List<String> inputs) {
        return "torch.softmax(" + inputs.get(0) + ", -1)";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node("Softmax", inputs, Map.of("axis", OnnxAttribute.of(-1)));
    }
}

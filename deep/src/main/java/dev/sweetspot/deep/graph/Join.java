package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** Two values one behind the other in their last dimension. */
public record Join() implements Operation {
    @Override
    public String word() {
        return "join";
    }

    @Override
    public String torch(List<String> in) {
        return "torch.cat([" + String.join(", ", in) + "], -1)";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node("Concat", in, Map.of("axis", OnnxAttribute.of(-1)));
    }
}

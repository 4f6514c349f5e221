package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** What stands at the last time of sequences of one length: N x T x C to N x C. */
public record LastTime() implements Operation {
    @Override
    public String word() {
        return "last";
    }

    @Override
    public String torch(List<String> in) {
        return in.get(0) + "[:, -1]";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node("Gather", List.of(in.get(0), nodes.index(-1)), Map.of("axis", OnnxAttribute.of(1)));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;

/** Sequences of one length, N x T x C, from their end to their beginning. */
public record Backward() implements Operation {
    @Override
    public String word() {
        return "backward";
    }

    @Override
    public String torch(List<String> in) {
        return in.get(0) + ".flip([1])";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node(
                "Slice", in.get(0), nodes.whole(-1), nodes.whole(Long.MIN_VALUE + 1), nodes.whole(1), nodes.whole(-1));
    }
}

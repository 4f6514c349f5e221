package dev.sweetspot.deep.graph;

import java.util.List;

/**
 * A row at each time of a sequence: N x C to N x T x C.
 *
 * @param times T
 */
public record RepeatRow(int times) implements Operation {
    @Override
    public String word() {
        return "repeat";
    }

    @Override
    public String torch(List<String> in) {
        return in.get(0) + ".unsqueeze(1).repeat([1, " + times + ", 1])";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var one = nodes.node("Unsqueeze", in.get(0), nodes.whole(1));
        return nodes.node("Expand", one, nodes.whole(1, times, 1));
    }
}

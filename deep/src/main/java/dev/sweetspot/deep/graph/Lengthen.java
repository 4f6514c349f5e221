package dev.sweetspot.deep.graph;

import java.util.List;

/**
 * The lengths behind a layer that makes sequences shorter: {@code max(1, (length + plus) / divisor + extra)}, rounded down.
 */
public record Lengthen(int plus, int divisor, int extra) implements Operation {
    @Override
    public String word() {
        return "lengths";
    }

    @Override
    public String torch(List<String> in) {
        return "((%s + %d) // %d + %d).clamp(min=1)".formatted(in.get(0), plus, divisor, extra);
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var sum = nodes.node("Add", in.get(0), nodes.whole(plus));
        var quotient = nodes.node("Div", sum, nodes.whole(divisor));
        return nodes.node("Max", nodes.node("Add", quotient, nodes.whole(extra)), nodes.whole(1));
    }
}

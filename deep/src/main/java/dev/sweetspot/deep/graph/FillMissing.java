package dev.sweetspot.deep.graph;

import java.util.List;

/** A number in the place of each that is missing (NaN): of the value and what stands for it, which is repeated as needed. */
public record FillMissing() implements Operation {
    @Override
    public String word() {
        return "fill";
    }

    @Override
    public String torch(List<String> in) {
        return "torch.where(torch.isnan(%s), %s, %s)".formatted(in.get(0), in.get(1), in.get(0));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node("Where", nodes.node("IsNaN", in.get(0)), in.get(1), in.get(0));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row times a kernel (outputs x inputs) transposed, plus a bias where it has one. */
public record Linear() implements Operation {
    @Override
    public String word() {
        return "linear";
    }

    @Override
    public String torch(List<String> inputs) {
        return "F.linear(" + String.join(", ", inputs) + ")";
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        var kernel = weights.get(0);
        boolean bias = weights.size() > 1;
        return Optional.of(new TorchModule(
                "nn.Linear(" + kernel.get(1) + ", " + kernel.get(0) + (bias ? ")" : ", bias=False)"),
                bias ? List.of("weight", "bias") : List.of("weight")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node("Gemm", inputs, Map.of("transB", OnnxAttribute.of(1)));
    }
}

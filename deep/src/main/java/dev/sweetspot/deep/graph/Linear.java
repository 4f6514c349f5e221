package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row times a kernel (outputs x inputs) transposed, plus a bias.
 *
 * @param dimensions of the value, the batch included: 2, or 3 for a sequence of rows
 */
public record Linear(int dimensions) implements Operation {
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
        return Optional.of(
                new TorchModule("nn.Linear(" + kernel.get(1) + ", " + kernel.get(0) + ")", List.of("weight", "bias")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        if (dimensions == 2) {
            return nodes.node("Gemm", inputs, Map.of("transB", OnnxAttribute.of(1)));
        }
        var kernel = nodes.node("Transpose", List.of(inputs.get(1)), Map.of("perm", OnnxAttribute.all(1, 0)));
        return nodes.node("Add", nodes.node("MatMul", inputs.get(0), kernel), inputs.get(2));
    }
}

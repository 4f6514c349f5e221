package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Normalisation over the last dimension: of the value, scale and shift.
 *
 * @param epsilon added to the variance
 */
public record LayerNormalize(double epsilon) implements Operation {
    @Override
    public String word() {
        return "norm";
    }

    @Override
    public String torch(List<String> in) {
        return "F.layer_norm(%s, [%s.size(-1)], %s, %s, %s)"
                .formatted(in.get(0), in.get(0), in.get(1), in.get(2), epsilon);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.of(new TorchModule(
                "nn.LayerNorm(" + weights.get(0).get(0) + ", eps=" + epsilon + ")", List.of("weight", "bias")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(
                "LayerNormalization",
                inputs,
                Map.of("axis", OnnxAttribute.of(-1), "epsilon", OnnxAttribute.of(epsilon)));
    }
}

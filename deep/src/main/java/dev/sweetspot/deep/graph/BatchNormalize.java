package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Batch normalisation by running statistics: of the value (N x C or N x C x ...), scale, shift, mean and variance.
 *
 * @param dimensions how many behind the channels
 * @param momentum the share of a new batch in the running statistics, for training again
 * @param epsilon added to the variance
 */
public record BatchNormalize(int dimensions, double momentum, double epsilon) implements Operation {
    @Override
    public String word() {
        return "norm";
    }

    @Override
    public String torch(List<String> in) {
        return "torch.batch_norm(%s, %s, %s, %s, %s, False, %s, %s, False)"
                .formatted(in.get(0), in.get(1), in.get(2), in.get(3), in.get(4), momentum, epsilon);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.of(new TorchModule(
                "nn.BatchNorm%dd(%d, eps=%s, momentum=%s)"
                        .formatted(Math.max(1, dimensions), weights.get(0).get(0), epsilon, momentum),
                List.of("weight", "bias", "running_mean", "running_var")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node("BatchNormalization", inputs, Map.of("epsilon", OnnxAttribute.of(epsilon)));
    }
}

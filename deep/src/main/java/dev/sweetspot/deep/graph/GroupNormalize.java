package dev.sweetspot.deep.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Normalisation of groups of channels over all places: of the value (N x C or N x C x ...), scale and shift. ONNX has it
 * from opset 18 on with another meaning of scale than from 21 on; here it is an instance normalisation of the groups.
 *
 * @param groups of channels
 * @param places dimensions behind the channels
 * @param epsilon added to the variance
 */
public record GroupNormalize(int groups, int places, double epsilon) implements Operation {
    @Override
    public String word() {
        return "norm";
    }

    @Override
    public String torch(List<String> in) {
        return "F.group_norm(%s, %d, %s, %s, %s)".formatted(in.get(0), groups, in.get(1), in.get(2), epsilon);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.of(new TorchModule(
                "nn.GroupNorm(%d, %d, eps=%s)".formatted(groups, weights.get(0).get(0), epsilon),
                List.of("weight", "bias")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        var ones = new float[groups];
        Arrays.fill(ones, 1);
        var grouped = nodes.node("Reshape", inputs.get(0), nodes.whole(0, groups, -1));
        var normal = nodes.node(
                "InstanceNormalization",
                List.of(grouped, nodes.real(ones), nodes.real(new float[groups])),
                Map.of("epsilon", OnnxAttribute.of(epsilon)));
        var back = nodes.node("Reshape", normal, nodes.node("Shape", inputs.get(0)));
        var scaled = nodes.node("Mul", back, channelwise(nodes, inputs.get(1)));
        return nodes.node("Add", scaled, channelwise(nodes, inputs.get(2)));
    }

    private String channelwise(OnnxNodes nodes, String weight) {
        var shape = new long[places + 1];
        Arrays.fill(shape, 1);
        shape[0] = -1;
        return nodes.node("Reshape", weight, nodes.whole(shape));
    }
}

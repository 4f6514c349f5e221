package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A transposed convolution over an image: of the value, a kernel (inputs x outputs x height x width) and, where it has one,
 * a bias.
 */
public record TransposedConvolve(int stride, int padding) implements Operation {
    @Override
    public String word() {
        return "conv";
    }

    @Override
    public String torch(List<String> in) {
        return "torch.conv_transpose2d(%s, %s, %s, [%d, %d], [%d, %d])"
                .formatted(in.get(0), in.get(1), in.size() > 2 ? in.get(2) : "None", stride, stride, padding, padding);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        var kernel = weights.get(0);
        boolean bias = weights.size() > 1;
        return Optional.of(new TorchModule(
                "nn.ConvTranspose2d(%d, %d, %d, stride=%d, padding=%d%s)"
                        .formatted(
                                kernel.get(0),
                                kernel.get(1),
                                kernel.get(2),
                                stride,
                                padding,
                                bias ? "" : ", bias=False"),
                bias ? List.of("weight", "bias") : List.of("weight")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(
                "ConvTranspose",
                inputs,
                Map.of("strides", OnnxAttribute.repeated(2, stride), "pads", OnnxAttribute.repeated(4, padding)));
    }
}

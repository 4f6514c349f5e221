package dev.sweetspot.deep.graph;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A convolution over one or two dimensions: of the value, a kernel (outputs x inputs / groups x size...) and, where it has
 * one, a bias.
 *
 * @param dimensions 1 or 2
 * @param stride in each dimension
 * @param before zeros before the first number of each dimension
 * @param after zeros behind the last one
 * @param dilation in each dimension
 * @param groups groups of channels
 */
public record Convolve(int dimensions, int stride, int before, int after, int dilation, int groups)
        implements Operation {
    /** With as many zeros at either end. */
    public Convolve(int dimensions, int stride, int padding, int groups) {
        this(dimensions, stride, padding, padding, 1, groups);
    }

    @Override
    public String word() {
        return "conv";
    }

    private String each(int value) {
        return Collections.nCopies(dimensions, value).toString();
    }

    private String padded(String x) {
        var ends = String.join(", ", Collections.nCopies(dimensions, before + ", " + after));
        return before == after ? x : "F.pad(" + x + ", [" + ends + "])";
    }

    @Override
    public String torch(List<String> inputs) {
        return "torch.conv%dd(%s, %s, %s, %s, %s, %s, %d)"
                .formatted(
                        dimensions,
                        padded(inputs.get(0)),
                        inputs.get(1),
                        inputs.size() > 2 ? inputs.get(2) : "None",
                        each(stride),
                        each(before == after ? before : 0),
                        each(dilation),
                        groups);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        if (before != after) {
            return Optional.empty();
        }
        var kernel = weights.get(0);
        boolean bias = weights.size() > 1;
        var text = "nn.Conv%dd(%d, %d, %d%s%s%s%s%s)"
                .formatted(
                        dimensions,
                        kernel.get(1) * groups,
                        kernel.get(0),
                        kernel.get(2),
                        unless(1, "stride", stride),
                        unless(0, "padding", before),
                        unless(1, "dilation", dilation),
                        unless(1, "groups", groups),
                        bias ? "" : ", bias=False");
        return Optional.of(new TorchModule(text, bias ? List.of("weight", "bias") : List.of("weight")));
    }

    private static String unless(int usual, String name, int value) {
        return value == usual ? "" : ", " + name + "=" + value;
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        var pads = new long[2 * dimensions];
        for (int i = 0; i < dimensions; i++) {
            pads[i] = before;
            pads[dimensions + i] = after;
        }
        return nodes.node(
                "Conv",
                inputs,
                Map.of(
                        "strides", OnnxAttribute.repeated(dimensions, stride),
                        "pads", OnnxAttribute.all(pads),
                        "dilations", OnnxAttribute.repeated(dimensions, dilation),
                        "group", OnnxAttribute.of(groups)));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Each image less its mean, divided by its standard deviation or, where that is larger, by 1 / sqrt(n); both over all n
 * values of the image.
 *
 * @param count n
 */
public record StandardizeEach(int count) implements Operation {
    @Override
    public String word() {
        return "standardize_each";
    }

    private double least() {
        return 1 / Math.sqrt(count);
    }

    @Override
    public String torch(List<String> in) {
        return word() + "(" + in.get(0) + ")";
    }

    @Override
    public Optional<Helper> helper() {
        return Optional.of(new Helper(
                word(),
                "x",
                List.of(
                        "centred = x - x.mean([1, 2, 3], keepdim=True)",
                        "deviation = (centred * centred).mean([1, 2, 3], keepdim=True).sqrt()",
                        "return centred / deviation.clamp(min=" + least() + ")")));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var centred = nodes.node("Sub", in.get(0), mean(nodes, in.get(0)));
        var deviation = nodes.node("Sqrt", mean(nodes, nodes.node("Mul", centred, centred)));
        return nodes.node("Div", centred, nodes.node("Max", deviation, nodes.number(least())));
    }

    private static String mean(OnnxNodes nodes, String x) {
        return nodes.node(
                "ReduceMean", List.of(x), Map.of("axes", OnnxAttribute.all(1, 2, 3), "keepdims", OnnxAttribute.of(1)));
    }
}

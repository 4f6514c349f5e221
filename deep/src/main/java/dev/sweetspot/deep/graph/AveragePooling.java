package dev.sweetspot.deep.graph;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The mean of each tile; what is left over at the end is dropped.
 *
 * @param dimensions 1 or 2
 * @param size of a tile in each dimension
 */
public record AveragePooling(int dimensions, int size) implements Operation {
    @Override
    public String word() {
        return "pool";
    }

    @Override
    public String torch(List<String> inputs) {
        return "F.avg_pool%dd(%s, %s)".formatted(dimensions, inputs.get(0), Collections.nCopies(dimensions, size));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        var window = OnnxAttribute.repeated(dimensions, size);
        return nodes.node("AveragePool", inputs, Map.of("kernel_shape", window, "strides", window));
    }
}

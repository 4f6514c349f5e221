package dev.sweetspot.deep.graph;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The largest of each window; windows that would reach beyond the end are left out.
 *
 * @param dimensions 1 or 2
 * @param size of the window in each dimension
 * @param stride from one window to the next
 * @param padding places around that never are the largest
 */
public record MaxPooling(int dimensions, int size, int stride, int padding) implements Operation {
    @Override
    public String word() {
        return "pool";
    }

    @Override
    public String torch(List<String> inputs) {
        return "torch.max_pool%dd(%s, %s, %s, %s)"
                .formatted(
                        dimensions,
                        inputs.get(0),
                        Collections.nCopies(dimensions, size),
                        Collections.nCopies(dimensions, stride),
                        Collections.nCopies(dimensions, padding));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(
                "MaxPool",
                inputs,
                Map.of(
                        "kernel_shape", OnnxAttribute.repeated(dimensions, size),
                        "strides", OnnxAttribute.repeated(dimensions, stride),
                        "pads", OnnxAttribute.repeated(2 * dimensions, padding)));
    }
}

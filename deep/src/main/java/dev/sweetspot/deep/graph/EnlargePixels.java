package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * Each pixel as a square.
 *
 * @param factor side of the square
 */
public record EnlargePixels(int factor) implements Operation {
    @Override
    public String word() {
        return "enlarge";
    }

    @Override
    public String torch(List<String> in) {
        return "%s.repeat_interleave(%d, 2).repeat_interleave(%d, 3)".formatted(in.get(0), factor, factor);
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node(
                "Resize",
                List.of(in.get(0), "", nodes.real(1, 1, factor, factor)),
                Map.of(
                        "mode", OnnxAttribute.of("nearest"),
                        "coordinate_transformation_mode", OnnxAttribute.of("asymmetric"),
                        "nearest_mode", OnnxAttribute.of("floor")));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * For each row the row of a table that one of its numbers names: of whole numbers, N x C, and the table.
 *
 * @param column in which the number stands
 * @param first the number that names the first row
 */
public record LookUp(int column, int first) implements Operation {
    @Override
    public String word() {
        return "look_up";
    }

    @Override
    public String torch(List<String> in) {
        return "%s[%s[:, %d] - %d]"
                .formatted(in.get(1), in.get(0), column, first)
                .replace("- -", "+ ");
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var number = nodes.node("Gather", List.of(in.get(0), nodes.index(column)), Map.of("axis", OnnxAttribute.of(1)));
        var row = nodes.node("Sub", number, nodes.index(first));
        return nodes.node("Gather", List.of(in.get(1), row), Map.of("axis", OnnxAttribute.of(0)));
    }
}

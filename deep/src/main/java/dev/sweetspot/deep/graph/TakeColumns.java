package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/**
 * Some columns of rows, N x C, in another order.
 *
 * @param columns from 0
 */
public record TakeColumns(List<Integer> columns) implements Operation {
    /** Keeps a copy. */
    public TakeColumns {
        columns = List.copyOf(columns);
    }

    @Override
    public String word() {
        return "columns";
    }

    @Override
    public String torch(List<String> in) {
        return "torch.index_select(%s, 1, torch.tensor(%s, device=%s.device))".formatted(in.get(0), columns, in.get(0));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var places = nodes.whole(columns.stream().mapToLong(Integer::longValue).toArray());
        return nodes.node("Gather", List.of(in.get(0), places), Map.of("axis", OnnxAttribute.of(1)));
    }
}

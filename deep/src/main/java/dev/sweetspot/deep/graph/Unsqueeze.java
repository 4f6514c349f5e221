package dev.sweetspot.deep.graph;

import java.util.List;

/**
 * New dimensions of size 1.
 *
 * @param axes where they are afterwards, ascending
 */
public record Unsqueeze(List<Integer> axes) implements Operation {
    /** Keeps a copy. */
    public Unsqueeze {
        axes = List.copyOf(axes);
    }

    @Override
    public String word() {
        return "unsqueeze";
    }

    @Override
    public String torch(List<String> in) {
        var text = new StringBuilder(in.get(0));
        axes.forEach(axis -> text.append(".unsqueeze(").append(axis).append(')'));
        return text.toString();
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        return nodes.node(
                "Unsqueeze",
                in.get(0),
                nodes.whole(axes.stream().mapToLong(Integer::longValue).toArray()));
    }
}

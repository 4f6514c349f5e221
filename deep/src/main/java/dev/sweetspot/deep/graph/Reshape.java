package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.stream.LongStream;

/**
 * The same numbers in another shape.
 *
 * @param shape behind the batch
 */
public record Reshape(List<Integer> shape) implements Operation {
    /** Keeps a copy. */
    public Reshape {
        shape = List.copyOf(shape);
    }

    @Override
    public String word() {
        return "reshape";
    }

    @Override
    public String torch(List<String> in) {
        return in.get(0) + ".reshape([-1, " + shape.toString().substring(1) + ")";
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var whole = LongStream.concat(LongStream.of(-1), shape.stream().mapToLong(Integer::longValue));
        return nodes.node("Reshape", in.get(0), nodes.whole(whole.toArray()));
    }
}

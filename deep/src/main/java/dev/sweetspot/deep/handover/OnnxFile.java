package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.OnnxAttribute;
import dev.sweetspot.deep.graph.OnnxNodes;
import dev.sweetspot.deep.graph.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A graph as an ONNX file (onnx.proto of ONNX 1.12): opset 17, which tools since 2022 read; field numbers are those of that
 * file.
 */
final class OnnxFile implements OnnxNodes {
    /** The set of operations. */
    static final int OPSET = 17;

    private static final int FORMAT = 8;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private final Protobuf graph = new Protobuf();
    private final List<String> path = new ArrayList<>();
    private int count;

    private OnnxFile() {}

    /**
     * The file's bytes.
     *
     * @param name of the graph
     * @param help what it is, in a sentence
     * @param notes what is kept with it, by name
     */
    static byte[] of(Graph from, String name, String help, Map<String, String> notes) {
        var file = new OnnxFile();
        file.write(from);
        file.graph.text(2, name).text(10, help);
        var model = new Protobuf()
                .whole(1, FORMAT)
                .text(2, "sweetspot")
                .text(6, help)
                .message(7, file.graph)
                .message(8, new Protobuf().text(1, "").whole(2, OPSET));
        new TreeMap<>(notes)
                .forEach((key, value) ->
                        model.message(14, new Protobuf().text(1, key).text(2, value)));
        return model.toBytes();
    }

    private void write(Graph from) {
        var names = new HashMap<Value, String>();
        from.constants().forEach(this::initializer);
        for (var node : from.nodes()) {
            path.clear();
            path.add(node.name());
            var inputs = node.inputs().stream()
                    .map(value -> names.getOrDefault(value, from.fileName(value)))
                    .toList();
            names.put(node.output(), node.operation().onnx(this, inputs));
        }
        path.clear();
        for (var output : from.outputs()) {
            var last = names.getOrDefault(output.value(), from.fileName(output.value()));
            graph.message(
                    1,
                    new Protobuf()
                            .text(1, last)
                            .text(2, output.name())
                            .text(3, output.name())
                            .text(4, "Identity"));
            graph.message(12, described(output.name(), FLOAT, output.shape(), ""));
        }
        for (var input : from.inputs()) {
            graph.message(11, described(input.name(), input.whole() ? INT64 : FLOAT, input.shape(), input.help()));
        }
    }

    private static Protobuf described(String name, int type, List<Integer> shape, String help) {
        var dimensions = new Protobuf().message(1, new Protobuf().text(2, "N"));
        for (int i = 0; i < shape.size(); i++) {
            int size = shape.get(i);
            dimensions.message(
                    1, size < 0 ? new Protobuf().text(2, name + "_" + (i + 1)) : new Protobuf().whole(1, size));
        }
        var tensor = new Protobuf().whole(1, type).message(2, dimensions);
        return new Protobuf()
                .text(1, name)
                .message(2, new Protobuf().message(1, tensor))
                .text(3, help);
    }

    private void initializer(String name, Constant constant) {
        initializer(name, constant.shape(), constant.values());
    }

    private void initializer(String name, List<Integer> shape, float[] values) {
        var raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        var tensor = new Protobuf();
        shape.forEach(size -> tensor.whole(1, size));
        graph.message(5, tensor.whole(2, FLOAT).text(8, name).raw(9, raw.array()));
    }

    private String fresh(String word) {
        return (path.isEmpty() ? "" : path.get(0) + "/") + word + "_" + ++count;
    }

    @Override
    public List<String> node(String type, List<String> inputs, Map<String, OnnxAttribute> attributes, int results) {
        var node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        var name = fresh(type);
        var outputs = new ArrayList<String>();
        for (int i = 0; i < results; i++) {
            outputs.add(results == 1 ? name : name + ":" + i);
            node.text(2, outputs.get(i));
        }
        node.text(3, name).text(4, type);
        new TreeMap<>(attributes).forEach((key, value) -> node.message(5, attribute(key, value)));
        graph.message(1, node);
        return outputs;
    }

    private static Protobuf attribute(String name, OnnxAttribute value) {
        var message = new Protobuf().text(1, name);
        if (value instanceof OnnxAttribute.Real real) {
            return message.real(2, (float) real.value()).whole(20, 1);
        }
        if (value instanceof OnnxAttribute.Whole whole) {
            return message.whole(3, whole.value()).whole(20, 2);
        }
        if (value instanceof OnnxAttribute.Text text) {
            return message.text(4, text.value()).whole(20, 3);
        }
        ((OnnxAttribute.Wholes) value).values().forEach(each -> message.whole(8, each));
        return message.whole(20, 7);
    }

    @Override
    public String whole(long... values) {
        return whole(new Protobuf().whole(1, values.length), values);
    }

    @Override
    public String index(long value) {
        return whole(new Protobuf(), value);
    }

    private String whole(Protobuf dimensions, long... values) {
        var name = fresh("whole");
        var raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        graph.message(5, dimensions.whole(2, INT64).text(8, name).raw(9, raw.array()));
        return name;
    }

    @Override
    public String real(float... values) {
        var name = fresh("real");
        initializer(name, List.of(values.length), values);
        return name;
    }

    @Override
    public String number(double value) {
        var name = fresh("number");
        initializer(name, List.of(), new float[] {(float) value});
        return name;
    }
}

package dev.sweetspot.deep.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A computation while it is written down: inputs, constants, and operations in the order in which they are done. */
public final class Graph {
    private final List<Input> inputs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Constant> constants = new LinkedHashMap<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Map<String, String> renamed = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * What a user of the model gives.
     *
     * @param name "image"
     * @param shape of one item; -1 for what may vary
     * @param whole whether it has whole numbers of 64 bits, else real ones of 32 bits
     * @param help what it is, its unit and order, in a sentence
     */
    public record Input(String name, List<Integer> shape, boolean whole, String help) {
        /** Keeps a copy. */
        public Input {
            shape = List.copyOf(shape);
        }
    }

    /**
     * An operation in its place.
     *
     * @param name unique: "conv_3"; in PyTorch the module of this name holds its weights, where it has one
     * @param inputs what is computed with first, then its constants
     */
    public record Node(String name, Operation operation, List<Value> inputs, Value output) {
        /** Keeps a copy. */
        public Node {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * What a user of the model gets.
     *
     * @param name outside: "probabilities"
     * @param shape of one item
     */
    public record Output(String name, Value value, List<Integer> shape) {
        /** Keeps a copy. */
        public Output {
            shape = List.copyOf(shape);
        }
    }

    /** Adds an input. */
    public Value input(Input input) {
        inputs.add(input);
        return new Value(unique(input.name()));
    }

    /** Adds a constant, for one operation alone. */
    public Value constant(String name, Constant constant) {
        var value = new Value(unique(name));
        constants.put(value.name(), constant);
        return value;
    }

    /**
     * Adds an operation.
     *
     * @param place where in the network: "3", or inside a layer "3.body.1"
     * @param values what is computed with first, then its constants
     */
    public Value apply(String place, Operation operation, List<Value> values) {
        var name = unique(place.isEmpty() ? operation.word() : operation.word() + "_" + place.replace('.', '_'));
        var output = new Value(name + ":0");
        var node = new Node(name, operation, values, output);
        nodes.add(node);
        weightsOf(node);
        return output;
    }

    /** Constants that a module of PyTorch holds are called as it calls them. */
    private void weightsOf(Node node) {
        var behind = node.inputs().subList(1, node.inputs().size());
        if (!behind.stream().allMatch(this::isConstant)) {
            return;
        }
        var shapes = weightShapes(node);
        node.operation().module(shapes).ifPresent(module -> {
            for (int i = 0; i < behind.size(); i++) {
                renamed.put(
                        behind.get(i).name(), node.name() + "." + module.names().get(i));
            }
        });
    }

    /** Says what is a result. */
    public void output(Output output) {
        outputs.add(output);
    }

    private String unique(String name) {
        var found = name;
        for (int i = 2; !taken.add(found); i++) {
            found = name + "_" + i;
        }
        return found;
    }

    /** The inputs in their order. */
    public List<Input> inputs() {
        return Collections.unmodifiableList(inputs);
    }

    /** The operations in their order. */
    public List<Node> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** The results in their order. */
    public List<Output> outputs() {
        return Collections.unmodifiableList(outputs);
    }

    /** The constants by the names that files and PyTorch modules call them by: "conv_3.weight". */
    public Map<String, Constant> constants() {
        var named = new LinkedHashMap<String, Constant>();
        constants.forEach((name, constant) -> named.put(fileName(name), constant));
        return named;
    }

    /** Whether a value is a constant. */
    public boolean isConstant(Value value) {
        return constants.containsKey(value.name());
    }

    /** A constant of this graph. */
    public Constant constant(Value value) {
        var constant = constants.get(value.name());
        if (constant == null) {
            throw new IllegalArgumentException(value.name() + " is no constant");
        }
        return constant;
    }

    /** What files call a value. */
    public String fileName(Value value) {
        return fileName(value.name());
    }

    private String fileName(String name) {
        return renamed.getOrDefault(name, name);
    }

    /** The shapes of the constants behind the first input of an operation; empty where one is no constant. */
    public List<List<Integer>> weightShapes(Node node) {
        var behind = node.inputs().subList(1, node.inputs().size());
        return behind.stream().allMatch(this::isConstant)
                ? behind.stream().map(value -> constant(value).shape()).toList()
                : List.of();
    }

    /** Whether something behind a node, or outside, needs a value. */
    public boolean neededBehind(Node node, Value value) {
        return nodes.subList(nodes.indexOf(node) + 1, nodes.size()).stream()
                        .anyMatch(later -> later.inputs().contains(value))
                || outputs.stream().anyMatch(output -> output.value().equals(value));
    }
}

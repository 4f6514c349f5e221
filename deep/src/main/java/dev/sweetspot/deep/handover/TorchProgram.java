package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Helper;
import dev.sweetspot.deep.graph.Operation;
import dev.sweetspot.deep.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph as lines of Python. Variables are used again as soon as what they hold is not needed any more, so that a plain
 * chain of layers reads {@code x = ...; x = ...}.
 */
final class TorchProgram {
    private static final List<String> NAMES = List.of("x", "y", "z", "u", "v", "w");

    private final Graph graph;
    private final Style style;
    private final Map<Value, String> variables = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    /** How an operation with weights is written. */
    interface Style {
        /**
         * The expression of a node.
         *
         * @param inputs the expressions of its inputs
         */
        String expression(Graph graph, Graph.Node node, List<String> inputs);
    }

    /** Functions over weights: all that TorchScript needs. */
    static final Style FUNCTIONS = (graph, node, inputs) -> node.operation().torch(inputs);

    /** Modules of torch.nn where there are any: for people to read. */
    static final Style MODULES = (graph, node, inputs) -> module(graph, node)
            .map(module -> "self." + node.name() + "(" + inputs.get(0) + ")" + module.taken())
            .orElseGet(() -> node.operation().torch(inputs));

    private TorchProgram(Graph graph, Style style) {
        this.graph = graph;
        this.style = style;
        for (var input : graph.inputs()) {
            variables.put(new Value(input.name()), input.name());
        }
    }

    /** The body of {@code forward}, one line each; its last line returns the results. */
    static List<String> lines(Graph graph, Style style) {
        var program = new TorchProgram(graph, style);
        graph.nodes().forEach(program::line);
        program.lines.add("return "
                + String.join(
                        ", ",
                        graph.outputs().stream()
                                .map(output -> program.expression(output.value()))
                                .toList()));
        return program.lines;
    }

    /** The functions of ours that a graph calls. */
    static List<Helper> helpers(Graph graph) {
        return graph.nodes().stream()
                .flatMap(node -> node.operation().helper().stream())
                .distinct()
                .toList();
    }

    /** The modules that {@link #MODULES} names: how each is made. */
    static Map<String, String> modules(Graph graph) {
        var modules = new LinkedHashMap<String, String>();
        for (var node : graph.nodes()) {
            module(graph, node).ifPresent(module -> modules.put(node.name(), module.text()));
        }
        return modules;
    }

    private static Optional<Operation.TorchModule> module(Graph graph, Graph.Node node) {
        return node.operation()
                .module(graph.weightShapes(node))
                .filter(module -> module.names().size() == node.inputs().size() - 1);
    }

    private void line(Graph.Node node) {
        var inputs = node.inputs().stream().map(this::expression).toList();
        var text = style.expression(graph, node, inputs);
        for (var value : node.inputs()) {
            var variable = variables.get(value);
            if (variable != null && !graph.neededBehind(node, value)) {
                busy.remove(variable);
            }
        }
        var variable = free();
        busy.add(variable);
        variables.put(node.output(), variable);
        if (!text.equals(variable)) {
            lines.add(variable + " = " + text);
        }
    }

    private String free() {
        for (int round = 0; ; round++) {
            for (var name : NAMES) {
                var variable = round == 0 ? name : name + round;
                if (!busy.contains(variable)) {
                    return variable;
                }
            }
        }
    }

    private String expression(Value value) {
        return graph.isConstant(value) ? "self." + graph.fileName(value) : variables.getOrDefault(value, value.name());
    }
}

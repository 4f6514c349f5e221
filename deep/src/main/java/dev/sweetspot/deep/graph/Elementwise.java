package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Map;

/** A function of each number. */
public final class Elementwise implements Operation {
    private final String word;
    private final String torch;
    private final Formula formula;

    /** How ONNX computes it. */
    public interface Formula {
        /** Writes its nodes and gives the name of the result. */
        String write(OnnxNodes nodes, String x);
    }

    private Elementwise(String word, String torch, Formula formula) {
        this.word = word;
        this.torch = torch;
        this.formula = formula;
    }

    /**
     * A function that ONNX has a node for.
     *
     * @param torch the expression in PyTorch, of {@code x}
     * @param type of the node
     */
    public static Elementwise of(String word, String torch, String type) {
        return new Elementwise(word, torch, (nodes, x) -> nodes.node(type, x));
    }

    /** A function that ONNX has a node with one setting for. */
    public static Elementwise of(String word, String torch, String type, String attribute, double value) {
        return new Elementwise(
                word, torch, (nodes, x) -> nodes.node(type, List.of(x), Map.of(attribute, OnnxAttribute.of(value))));
    }

    /** A function that ONNX computes in several steps. */
    public static Elementwise of(String word, String torch, Formula formula) {
        return new Elementwise(word, torch, formula);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String torch(List<String> inputs) {
        return torch.replaceAll("\\bx\\b", inputs.get(0).replace("$", "\\$"));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return formula.write(nodes, inputs.get(0));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Locale;

/** Two values, number by number; dimensions of size 1 are repeated as often as the other has them. */
public enum Binary implements Operation {
    /** The sum. */
    ADD("Add", "+"),
    /** The difference. */
    SUBTRACT("Sub", "-"),
    /** The product. */
    MULTIPLY("Mul", "*"),
    /** The quotient. */
    DIVIDE("Div", "/");

    private final String type;
    private final String sign;

    Binary(String type, String sign) {
        this.type = type;
        this.sign = sign;
    }

    @Override
    public String word() {
        return type.toLowerCase(Locale.ROOT);
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0) + " " + sign + " " + inputs.get(1);
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return nodes.node(type, inputs.get(0), inputs.get(1));
    }
}

package dev.sweetspot.deep.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A recurrent layer over N x T x C from a state of 0 on, to N x T x units: of the value, kernel (gates units x C), recurrent
 * kernel (gates units x units) and the biases of both. Gates lie one behind the other as PyTorch has them.
 *
 * @param units numbers at each time of the result
 */
public record Recurrence(Cell cell, int units) implements Operation {
    /** What is done at each time. */
    public enum Cell {
        /** Long short-term memory: gates i, f, g, o; ONNX has them as i, o, f, c. */
        LSTM,
        /** Gated recurrent unit with the reset gate behind the product: gates r, z, n; ONNX has them as z, r, h. */
        GRU;

        private List<Integer> order() {
            return this == LSTM ? List.of(0, 3, 1, 2) : List.of(1, 0, 2);
        }

        private Map<String, OnnxAttribute> settings() {
            return this == LSTM ? Map.of() : Map.of("linear_before_reset", OnnxAttribute.of(1));
        }
    }

    @Override
    public String word() {
        return cell.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String torch(List<String> in) {
        var state = "torch.zeros([1, %s.size(0), %d], dtype=%s.dtype, device=%s.device)"
                .formatted(in.get(0), units, in.get(0), in.get(0));
        return "torch.%s(%s, %s, [%s], True, 1, 0.0, False, False, True)[0]"
                .formatted(
                        word(),
                        in.get(0),
                        cell == Cell.LSTM ? "[" + state + ", " + state + "]" : state,
                        String.join(", ", in.subList(1, in.size())));
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.of(new TorchModule(
                "nn.%s(%d, %d, batch_first=True)"
                        .formatted(
                                cell.name(),
                                weights.get(0).get(1),
                                weights.get(1).get(1)),
                List.of("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"),
                "[0]"));
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> in) {
        var timeFirst = OnnxAttribute.all(1, 0, 2);
        var x = nodes.node("Transpose", List.of(in.get(0)), Map.of("perm", timeFirst));
        var kernel = nodes.node("Unsqueeze", ordered(nodes, in.get(1)), nodes.whole(0));
        var recurrent = nodes.node("Unsqueeze", ordered(nodes, in.get(2)), nodes.whole(0));
        var biases = nodes.node(
                "Concat",
                List.of(ordered(nodes, in.get(3)), ordered(nodes, in.get(4))),
                Map.of("axis", OnnxAttribute.of(0)));
        var bias = nodes.node("Unsqueeze", biases, nodes.whole(0));
        var attributes = new HashMap<>(cell.settings());
        attributes.put("hidden_size", OnnxAttribute.of(units));
        var y = nodes.node(cell.name(), List.of(x, kernel, recurrent, bias), attributes);
        var states = nodes.node("Squeeze", y, nodes.whole(1));
        return nodes.node("Transpose", List.of(states), Map.of("perm", timeFirst));
    }

    private String ordered(OnnxNodes nodes, String weight) {
        var parts = nodes.node(
                "Split",
                List.of(weight),
                Map.of("axis", OnnxAttribute.of(0)),
                cell.order().size());
        return nodes.node(
                "Concat", cell.order().stream().map(parts::get).toList(), Map.of("axis", OnnxAttribute.of(0)));
    }
}

package dev.sweetspot.deep.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is done with sequences of different lengths: of the value, N x T x C, and the lengths, N whole numbers. */
public enum Timed implements Operation {
    /** 0 behind the end of each sequence. */
    CUT("return x.masked_fill(behind, 0.0)") {
        @Override
        public String onnx(OnnxNodes nodes, List<String> in) {
            return nodes.node("Where", behind(nodes, in), nodes.number(0), in.get(0));
        }
    },
    /** A very low number behind the end of each sequence. */
    LOW("return x.masked_fill(behind, -3e38)") {
        @Override
        public String onnx(OnnxNodes nodes, List<String> in) {
            return nodes.node("Where", behind(nodes, in), nodes.number(-3e38), in.get(0));
        }
    },
    /** The mean over the time of each sequence, N x C. */
    TIME_MEAN("return x.masked_fill(behind, 0.0).sum(1) / lengths.unsqueeze(1)") {
        @Override
        public String onnx(OnnxNodes nodes, List<String> in) {
            var cut = nodes.node("Where", behind(nodes, in), nodes.number(0), in.get(0));
            var sum = nodes.node("ReduceSum", List.of(cut, nodes.whole(1)), Map.of("keepdims", OnnxAttribute.of(0)));
            var count = nodes.node("Cast", List.of(in.get(1)), Map.of("to", OnnxAttribute.of(1)));
            return nodes.node("Div", sum, nodes.node("Unsqueeze", count, nodes.whole(1)));
        }
    },
    /** Each sequence from its end to its beginning; what is behind the end stays. */
    BACKWARD("places = torch.where(behind.squeeze(2), t, lengths.unsqueeze(1) - 1 - t)\n"
            + "return torch.gather(x, 1, places.unsqueeze(2).expand(-1, -1, x.size(2)))") {
        @Override
        public String onnx(OnnxNodes nodes, List<String> in) {
            return nodes.node(
                    "ReverseSequence", in, Map.of("batch_axis", OnnxAttribute.of(0), "time_axis", OnnxAttribute.of(1)));
        }
    },
    /** What stands at the end of each sequence, N x C. */
    LAST("return x[torch.arange(x.size(0), device=x.device), lengths - 1]") {
        @Override
        public String onnx(OnnxNodes nodes, List<String> in) {
            var end = nodes.node("Sub", in.get(1), nodes.whole(1));
            var place = nodes.node("Unsqueeze", end, nodes.whole(1));
            return nodes.node("GatherND", List.of(in.get(0), place), Map.of("batch_dims", OnnxAttribute.of(1)));
        }
    };

    private final String lines;

    Timed(String lines) {
        this.lines = lines;
    }

    /** Whether each time of each sequence is behind its end: N x T x 1. */
    private static String behind(OnnxNodes nodes, List<String> in) {
        var time = nodes.node(
                "Gather", List.of(nodes.node("Shape", in.get(0)), nodes.index(1)), Map.of("axis", OnnxAttribute.of(0)));
        var times = nodes.node("Range", nodes.index(0), time, nodes.index(1));
        var ends = nodes.node("Unsqueeze", in.get(1), nodes.whole(1));
        return nodes.node("Unsqueeze", nodes.node("GreaterOrEqual", times, ends), nodes.whole(2));
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String torch(List<String> in) {
        return word() + "(" + String.join(", ", in) + ")";
    }

    @Override
    public Optional<Helper> helper() {
        var body = new ArrayList<>(List.of(
                "t = torch.arange(x.size(1), device=x.device).unsqueeze(0)",
                "behind = (t >= lengths.unsqueeze(1)).unsqueeze(2)"));
        body.addAll(lines.lines().toList());
        return Optional.of(new Helper(word(), "x, lengths", body));
    }
}

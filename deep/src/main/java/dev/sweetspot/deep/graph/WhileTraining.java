package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Optional;

/**
 * What happens while training alone: predictions pass through unchanged, and so do the files for them; PyTorch source, which
 * can be trained again, has it.
 *
 * @param word in names: "dropout"
 * @param made how the module is made: "nn.Dropout(0.2)"
 * @param definition the lines that define its class, where torch.nn has none
 */
public record WhileTraining(String word, String made, List<String> definition) implements Operation {
    private static final List<String> NOISE = List.of(
            "class Noise(nn.Module):",
            "    \"\"\"Adds a normal draw to each number while training.\"\"\"",
            "",
            "    def __init__(self, deviation):",
            "        super().__init__()",
            "        self.deviation = deviation",
            "",
            "    def forward(self, x):",
            "        return x + self.deviation * torch.randn_like(x) if self.training else x");

    private static final List<String> DROP_TOGETHER = List.of(
            "class DropTogether(nn.Module):",
            "    \"\"\"Drops whole channels or items while training, and makes the others larger by as much.\"\"\"",
            "",
            "    def __init__(self, rate, shape):",
            "        super().__init__()",
            "        self.rate = rate",
            "        self.shape = shape",
            "",
            "    def forward(self, x):",
            "        if not self.training:",
            "            return x",
            "        size = [x.size(i) if self.shape[i] else 1 for i in range(x.dim())]",
            "        kept = torch.rand(size, device=x.device) >= self.rate",
            "        return x * kept / (1 - self.rate)");

    /** Keeps a copy. */
    public WhileTraining {
        definition = List.copyOf(definition);
    }

    /** Numbers are dropped one by one. */
    public static WhileTraining dropout(double rate) {
        return new WhileTraining("dropout", "nn.Dropout(" + rate + ")", List.of());
    }

    /**
     * Numbers are dropped together.
     *
     * @param together whether each dimension is drawn for itself: 1, or 0 where it falls as a whole
     */
    public static WhileTraining dropout(double rate, List<Integer> together) {
        return new WhileTraining("dropout", "DropTogether(" + rate + ", " + together + ")", DROP_TOGETHER);
    }

    /** A normal draw is added to each number. */
    public static WhileTraining noise(double deviation) {
        return new WhileTraining("noise", "Noise(" + deviation + ")", NOISE);
    }

    @Override
    public String torch(List<String> inputs) {
        return inputs.get(0);
    }

    @Override
    public String onnx(OnnxNodes nodes, List<String> inputs) {
        return inputs.get(0);
    }

    @Override
    public Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.of(new TorchModule(made, List.of()));
    }
}

package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Optional;

/**
 * What happens while training alone: predictions pass through unchanged, and so do the files for them; PyTorch source, which
 * can be trained again, has it.
 *
 * @param word in names: "dropout"
 * @param made how the module of torch.nn is made: "nn.Dropout(0.2)"
 */
public record WhileTraining(String word, String made) implements Operation {
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

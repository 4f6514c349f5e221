package dev.sweetspot.deep.graph;

import java.util.List;
import java.util.Optional;

/**
 * One operation as other tools write it. A new one is one record; where one of the tools cannot do it, it throws an
 * {@link dev.sweetspot.form.InvalidInputException} that says so.
 */
public interface Operation {
    /** What it is called in names: "conv". */
    String word();

    /**
     * The expression in PyTorch, where {@code F} is {@code torch.nn.functional}; TorchScript understands it too.
     *
     * @param inputs the expressions of its inputs
     */
    String torch(List<String> inputs);

    /**
     * Writes its nodes.
     *
     * @param inputs the names of its inputs
     * @return the name of its result
     */
    String onnx(OnnxNodes nodes, List<String> inputs);

    /**
     * The module of {@code torch.nn} that does the same and holds the weights; empty where there is none.
     *
     * @param weights the shapes of the inputs behind the first
     */
    default Optional<TorchModule> module(List<List<Integer>> weights) {
        return Optional.empty();
    }

    /** A function that {@link #torch} calls; empty where it calls none of ours. */
    default Optional<Helper> helper() {
        return Optional.empty();
    }

    /**
     * A module of {@code torch.nn}.
     *
     * @param text how it is made: "nn.Linear(64, 10)"
     * @param names what it calls the inputs behind the first: "weight", "bias"
     * @param taken which part of what it gives is taken: "[0]"; empty for all of it
     */
    record TorchModule(String text, List<String> names, String taken) {
        /** Keeps a copy. */
        public TorchModule {
            names = List.copyOf(names);
        }

        /** All of what it gives is taken. */
        public TorchModule(String text, List<String> names) {
            this(text, names, "");
        }
    }
}

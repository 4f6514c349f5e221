package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.tensor.Script;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A program with weights that {@code torch.jit.load} reads, in Python and in C++. */
public final class TorchScript implements Format {
    private static final String FILE = "model.torchscript.pt";

    @Override
    public String name() {
        return "torchscript";
    }

    @Override
    public String help() {
        return "for torch.jit.load in Python and C++, without a line of its own";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public void write(Blueprint blueprint, Path folder) throws IOException {
        var graph = blueprint.graph();
        var weights = graph.constants().entrySet().stream()
                .map(entry -> new Script.Weight(
                        entry.getKey(),
                        entry.getValue().shape(),
                        entry.getValue().values(),
                        entry.getValue().trained()))
                .toList();
        Script.save(folder.resolve(FILE), "Model", weights, source(graph), blueprint.notes());
    }

    static String source(Graph graph) {
        var inputs = graph.inputs().stream().map(Graph.Input::name).collect(Collectors.joining(", "));
        return "def forward(self, " + inputs + "):\n"
                + TorchProgram.lines(graph, TorchProgram.FUNCTIONS).stream()
                        // TorchScript knows the functions of torch.nn.functional under the names of the engine.
                        .map(line -> "    " + line.replaceAll("\\bF\\.", "torch.") + "\n")
                        .collect(Collectors.joining());
    }
}

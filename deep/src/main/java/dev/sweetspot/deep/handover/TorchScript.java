package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Helper;
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

    /** Methods: those that are called first. */
    static String source(Graph graph) {
        var text = new StringBuilder();
        var helpers = TorchProgram.helpers(graph);
        helpers.forEach(helper -> text.append(method(helper.name(), helper.parameters(), helper.body(), helpers)));
        var inputs = graph.inputs().stream().map(Graph.Input::name).collect(Collectors.joining(", "));
        return text.append(method("forward", inputs, TorchProgram.lines(graph, TorchProgram.FUNCTIONS), helpers))
                .toString();
    }

    private static String method(String name, String parameters, List<String> body, List<Helper> helpers) {
        return "def " + name + "(self, " + parameters + "):\n"
                + body.stream().map(line -> "    " + said(line, helpers) + "\n").collect(Collectors.joining());
    }

    /** TorchScript knows the functions of torch.nn.functional under the names of the engine; ours are methods. */
    private static String said(String line, List<Helper> helpers) {
        var text = line.replaceAll("\\bF\\.", "torch.");
        for (var helper : helpers) {
            text = text.replaceAll("(?<![\\w.])" + helper.name() + "\\(", "self." + helper.name() + "(");
        }
        return text;
    }
}

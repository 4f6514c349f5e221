package dev.sweetspot.deep.handover;

import dev.sweetspot.deep.graph.Constant;
import dev.sweetspot.deep.graph.Graph;
import dev.sweetspot.deep.graph.Helper;
import dev.sweetspot.deep.graph.WhileTraining;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** A model as a Python file for people: the network as a class, its weights from a file, its training as a function. */
final class PyTorchSource {
    private final Blueprint blueprint;
    private final Graph graph;

    private PyTorchSource(Blueprint blueprint) {
        this.blueprint = blueprint;
        this.graph = blueprint.graph();
    }

    static String of(Blueprint blueprint) {
        var source = new PyTorchSource(blueprint);
        return source.head()
                + source.helpers()
                + source.network()
                + source.use()
                + blueprint
                        .lesson()
                        .map(lesson -> new PyTorchTraining(lesson, blueprint.intake() instanceof SequenceIntake).text())
                        .orElse("");
    }

    private String head() {
        return """
                \"""A network that was trained by Sweetspot, as PyTorch.

                    import torch, model
                    network = model.load("model.safetensors")
                    answers = model.predict(network, %s)

                What goes in:
                %s
                What comes out: %s, one row an item.
                \"""

                import json
                import math
                import struct

                import torch
                from torch import nn
                from torch.nn import functional as F

                %s
                """.formatted(
                        inputs(),
                        graph.inputs().stream()
                                .map(input -> "  " + input.name() + ": " + input.help())
                                .collect(Collectors.joining("\n")),
                        graph.outputs().get(0).name(),
                        notes());
    }

    private String inputs() {
        return graph.inputs().stream().map(Graph.Input::name).collect(Collectors.joining(", "));
    }

    private String notes() {
        var entries = new LinkedHashMap<String, Form>();
        blueprint.notes().forEach((name, text) -> entries.put(name, Form.of(text)));
        return "# What answers and inputs are called.\nNOTES = {\n"
                + blueprint.notes().entrySet().stream()
                        .map(note ->
                                "    " + Json.write(Form.of(note.getKey())) + ": " + literal(note.getValue()) + ",\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    /** JSON is Python, where it has neither truth values nor null. */
    private static String literal(String note) {
        return note.startsWith("[") || note.startsWith("{") ? note : Json.write(Form.of(note));
    }

    private String helpers() {
        var text = new StringBuilder();
        TorchProgram.helpers(graph).forEach(helper -> text.append("\n\n").append(function(helper)));
        graph.nodes().stream()
                .map(Graph.Node::operation)
                .filter(WhileTraining.class::isInstance)
                .map(operation -> ((WhileTraining) operation).definition())
                .filter(lines -> !lines.isEmpty())
                .distinct()
                .forEach(lines ->
                        text.append("\n\n").append(String.join("\n", lines)).append('\n'));
        return text.toString();
    }

    private static String function(Helper helper) {
        return "def " + helper.name() + "(" + helper.parameters() + "):\n" + indented(helper.body(), 4);
    }

    private static String indented(List<String> lines, int spaces) {
        return lines.stream().map(line -> " ".repeat(spaces) + line + "\n").collect(Collectors.joining());
    }

    private String network() {
        var body = blueprint.body();
        return """


                class Network(nn.Module):
                    def __init__(self):
                        super().__init__()
                %s%s
                    def forward(self, %s):
                %s""".formatted(
                        TorchProgram.modules(graph).entrySet().stream()
                                .map(module -> "        self." + module.getKey() + " = " + module.getValue() + "\n")
                                .collect(Collectors.joining()),
                        graph.constants().entrySet().stream()
                                .filter(constant -> !constant.getKey().contains("."))
                                .map(constant -> declared(constant.getKey(), constant.getValue()))
                                .collect(Collectors.joining()),
                        inputs(),
                        indented(TorchProgram.lines(body, TorchProgram.MODULES), 8));
    }

    private static String declared(String name, Constant constant) {
        var empty = "torch.zeros(" + constant.shape() + ")";
        return constant.trained()
                ? "        self." + name + " = nn.Parameter(" + empty + ")\n"
                : "        self.register_buffer(\"" + name + "\", " + empty + ")\n";
    }

    private String use() {
        return """


                def read_safetensors(path):
                    \"""The tensors of a file by their names (the package safetensors does the same).\"""
                    with open(path, "rb") as file:
                        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
                        data = bytearray(file.read())
                    tensors = {}
                    for name, entry in header.items():
                        if name != "__metadata__":
                            start, end = entry["data_offsets"]
                            values = torch.frombuffer(data, dtype=torch.float32, offset=start, count=(end - start) // 4)
                            tensors[name] = values.reshape(entry["shape"]).clone()
                    return tensors


                def load(path):
                    \"""The network with its trained weights, ready to predict.\"""
                    network = Network()
                    network.load_state_dict(read_safetensors(path)%s)
                    return network.eval()


                def answer(network, outputs):
                    \"""What outputs of the network mean: %s.\"""
                    return %s


                @torch.no_grad()
                def predict(network, %s):
                    return answer(network, network(%s))
                """.formatted("", graph.outputs().get(0).name(), answer(), inputs(), inputs());
    }

    /** The last steps, which are no part of what is trained. */
    private String answer() {
        return blueprint.answer().torch("outputs").replace("self.", "network.");
    }
}

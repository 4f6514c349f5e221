package dev.sweetspot.deep.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The open format that ONNX Runtime, browsers and many other tools read. */
public final class Onnx implements Format {
    private static final String FILE = "model.onnx";

    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public String help() {
        return "for ONNX Runtime in any language, and for browsers";
    }

    @Override
    public List<String> files() {
        return List.of(FILE);
    }

    @Override
    public void write(Blueprint blueprint, Path folder) throws IOException {
        var graph = blueprint.graph();
        Files.write(
                folder.resolve(FILE), OnnxFile.of(graph, "model", "A model trained by Sweetspot", blueprint.notes()));
    }
}

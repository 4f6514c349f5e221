package dev.sweetspot.deep.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Readable source of the network and its training, and the weights beside it. */
public final class PyTorch implements Format {
    private static final String SOURCE = "model.py";
    private static final String WEIGHTS = "model.safetensors";

    @Override
    public String name() {
        return "pytorch";
    }

    @Override
    public String help() {
        return "readable Python of the network and its training, and its weights";
    }

    @Override
    public List<String> files() {
        return List.of(SOURCE, WEIGHTS);
    }

    @Override
    public void write(Blueprint blueprint, Path folder) throws IOException {
        Files.writeString(folder.resolve(SOURCE), PyTorchSource.of(blueprint));
        Safetensors.write(folder.resolve(WEIGHTS), blueprint.graph().constants(), blueprint.notes());
    }
}

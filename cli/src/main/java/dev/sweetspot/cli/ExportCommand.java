package dev.sweetspot.cli;

import dev.sweetspot.deep.handover.Format;
import dev.sweetspot.deep.handover.Formats;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot export MODEL --to FORMAT}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a trained model in the form that other tools take. Raw values go in, and answers come out: scaling and "
                    + "probabilities are part of what is written. Computed in 32 bits, whatever it was trained in.",
            "onnx: for ONNX Runtime in any language, and for browsers. torchscript: for torch.jit.load in Python and C++. "
                    + "pytorch: readable Python source of the network and its training, with the weights beside it."
        },
        footer = {"", "Example: sweetspot export sweetspot-out/my-study/model.sweetspot --to onnx,pytorch"})
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "The model.sweetspot of a job, or the folder it is in.")
    @SuppressWarnings("NullAway.Init") // required
    private Path model;

    @Option(
            names = "--to",
            required = true,
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            paramLabel = "FORMAT",
            description = "onnx, torchscript, pytorch.")
    private List<String> names = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (default: beside the model).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        var formats = names.stream().map(Formats::named).toList();
        var file = TuneFolder.modelIn(model);
        var folder = out.orElseGet(
                () -> Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("")));
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException("--out", folder, "is a file", "a folder?");
        }
        Native.load();
        var written = new ArrayList<Form>();
        try (var saved = SavedModel.load(file)) {
            var blueprint = saved.blueprint();
            Files.createDirectories(folder);
            for (var format : formats) {
                format.write(blueprint, folder);
                for (var name : format.files()) {
                    written.add(Form.of(folder.resolve(name).toString()));
                    output.say(folder.resolve(name) + "  " + format.help());
                }
            }
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put("files", Form.of(written));
        output.result(Form.of(entries));
        return 0;
    }

    /** What each file of these formats is, for the README of a folder. */
    static String readme(List<String> names) {
        var text = new StringBuilder();
        for (var name : names) {
            Format format = Formats.named(name);
            for (var file : format.files()) {
                text.append(String.format("%-20s %s%n", file, format.help()).replace("\r", ""));
            }
        }
        return text.toString();
    }
}

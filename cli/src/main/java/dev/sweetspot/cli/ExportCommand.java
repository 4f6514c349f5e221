package dev.sweetspot.cli;

import dev.sweetspot.classic.learning.SavedClassic;
import dev.sweetspot.deep.handover.Format;
import dev.sweetspot.deep.handover.Formats;
import dev.sweetspot.deep.learning.SavedModel;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot export MODEL|STUDY --to FORMAT}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a trained model, or the trials of a study, in the form that other tools take.",
            "A model: raw values go in, and answers come out; scaling and probabilities are part of what is written. Computed "
                    + "in 32 bits, whatever it was trained in. onnx: for ONNX Runtime in any language, and for browsers. "
                    + "torchscript: for torch.jit.load in Python and C++. pytorch: readable Python source of the network and "
                    + "its training, with the weights beside it.",
            "A study: trials with a row a trial, reports with a row a report. csv: cells parted by commas. jsonl: a JSON object "
                    + "a line. parquet: columns with their types. tensorboard: a folder for tensorboard --logdir, with the "
                    + "curves of the trials and the table of hyperparameters. mlflow:http://HOST:PORT: a server of MLflow."
        },
        footer = {
            "",
            "What stands in the tables: docs/guide/trackers.md.",
            "Example: sweetspot export sweetspot-out/my-study/model.sweetspot --to onnx,pytorch",
            "Example: sweetspot export my-study --to csv,parquet"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "MODEL|STUDY",
            description = "The model.sweetspot of a job, or the folder it is in; or the name of a study.")
    private String what = "";

    @Option(
            names = "--to",
            required = true,
            split = "[,\\n]",
            splitSynopsisLabel = ",",
            paramLabel = "FORMAT",
            description =
                    "Of a model: onnx, torchscript, pytorch. Of a study: csv, jsonl, parquet, tensorboard, mlflow:URL.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description =
                    "Where the files go; those of the same names are replaced (default: beside the model; of a study: "
                            + "sweetspot-out/STUDY/export).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        names.forEach(ExportCommand::requireKnown);
        boolean ofStudies = names.stream().anyMatch(StudyExport::takes);
        output.result(ofStudies ? new StudyExport(stores, output).write(what, names, out) : model());
        return 0;
    }

    private static void requireKnown(String name) {
        var known = Stream.concat(Formats.installed().stream().map(Format::name), StudyExport.names())
                .toList();
        if (!known.contains(name) && !StudyExport.takes(name)) {
            throw new InvalidInputException("--to", name, "is not known", DidYouMean.maybe(name, known));
        }
    }

    private Form model() throws IOException {
        var formats = names.stream().map(Formats::named).toList();
        var file = TuneFolder.modelIn(Path.of(what));
        var folder = checked(out.orElseGet(
                () -> Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""))));
        if (SavedClassic.recognises(file)) {
            throw new InvalidInputException(
                    "model",
                    what,
                    "is a classical model, and other tools get networks only",
                    "sweetspot predict " + what + " FILES?");
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
        return Form.of(Map.of("files", Form.of(written)));
    }

    /** Refuses a place in which no files can be. */
    static Path checked(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException("--out", folder, "is a file", "a folder?");
        }
        return folder;
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

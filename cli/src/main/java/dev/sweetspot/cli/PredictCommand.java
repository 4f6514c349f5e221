package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.data.metric.AnomalyScores;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.metric.PredictedValues;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot predict MODEL FILES...}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Says the class of images, rows or series, and how probable it is, or their number, or how unusual they are. The model file is all it "
                    + "needs: images of any size are brought to the size, channels and depth that the model was trained "
                    + "on; tables and series need its columns.",
            "Files that are no usable images are named and left out, and the exit code is 1 then; it is 2 when none is left."
        },
        footer = {"", "Example: sweetspot predict sweetspot-out/my-study/model.sweetspot photos/ --csv classes.csv"})
final class PredictCommand implements Callable<Integer> {
    private static final int SOME_SKIPPED = 1;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "The model.sweetspot of a job, or the folder it is in.")
    @SuppressWarnings("NullAway.Init") // required
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILES",
            description = "Images, folders or archives of images; or files of tables or series.")
    private List<Path> files = List.of();

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write a table with the probability of every class, or all scores; replaces FILE.")
    private Optional<Path> csv = Optional.empty();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        csv.ifPresent(PredictCommand::check);
        devices.check();
        try (var saved = ModelFile.open(TuneFolder.modelIn(model), devices.device())) {
            var table = new StringBuilder();
            boolean skipped = false;
            for (var loaded : saved.read(files)) {
                var predictions = saved.predict(loaded.set());
                // One header is enough for the lines of all files.
                var lines = predictions.toCsv(saved.noun(loaded.set()));
                table.append(table.isEmpty() ? lines : lines.substring(lines.indexOf('\n') + 1));
                for (int i = 0; i < predictions.names().size(); i++) {
                    say(predictions, i);
                }
                loaded.skipped().forEach(this::say);
                skipped |= !loaded.skipped().isEmpty();
            }
            if (csv.isPresent()) {
                write(csv.get().toAbsolutePath(), table.toString());
            }
            return skipped ? SOME_SKIPPED : 0;
        }
    }

    /** Before any work is done. */
    private static void check(Path table) {
        var folder = table.toAbsolutePath().getParent();
        if (Files.isDirectory(table) || folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException(
                    "--csv", Shown.name(table.toString()), "must be a file in a folder that is there", "classes.csv?");
        }
    }

    /** A table that is there is whole. */
    private static void write(Path table, String text) throws IOException {
        var aside = table.resolveSibling(
                table.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.writeString(aside, text);
            Files.move(aside, table, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void say(Predictions predictions, int item) {
        if (predictions instanceof PredictedValues values) {
            say(values, item);
        } else if (predictions instanceof AnomalyScores scores) {
            say(scores, item);
        } else {
            say((ClassProbabilities) predictions, item);
        }
    }

    private void say(PredictedValues predictions, int item) {
        if (output.json()) {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("file", Form.of(predictions.names().get(item)));
            entries.put("predicted", Form.of(predictions.values()[item]));
            output.result(Form.of(entries));
        } else {
            output.say(String.format(
                    Locale.ROOT,
                    "%s  %.6g",
                    Shown.name(predictions.names().get(item)),
                    predictions.values()[item]));
        }
    }

    private void say(AnomalyScores scores, int item) {
        if (output.json()) {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("file", Form.of(scores.names().get(item)));
            entries.put("error", Form.of(scores.error(item)));
            entries.put("percentile", Form.of(scores.percentile(item)));
            entries.put("anomaly", Form.of(scores.anomaly(item)));
            output.result(Form.of(entries));
        } else {
            output.say(String.format(
                    Locale.ROOT,
                    "%s  error %.4g, larger than that of %.1f %% of the usual ones%s",
                    Shown.name(scores.names().get(item)),
                    scores.error(item),
                    scores.percentile(item),
                    scores.anomaly(item) ? "  UNUSUAL" : ""));
        }
    }

    private void say(ClassProbabilities predictions, int item) {
        if (output.json()) {
            output.result(toForm(predictions, item));
        } else {
            int best = predictions.predicted(item);
            output.say(String.format(
                    Locale.ROOT,
                    "%s  %s  %.3f",
                    Shown.name(predictions.names().get(item)),
                    Shown.name(predictions.classNames().get(best)),
                    predictions.probabilities()[item][best]));
        }
    }

    private static MapForm toForm(ClassProbabilities predictions, int item) {
        var probabilities = new LinkedHashMap<String, Form>();
        for (int c = 0; c < predictions.classNames().size(); c++) {
            probabilities.put(
                    predictions.classNames().get(c), Form.of(predictions.probabilities()[item][c]));
        }
        var entries = new LinkedHashMap<String, Form>();
        entries.put("file", Form.of(predictions.names().get(item)));
        entries.put("predicted", Form.of(predictions.classNames().get(predictions.predicted(item))));
        entries.put("probabilities", Form.of(probabilities));
        return Form.of(entries);
    }

    private void say(Skipped skipped) {
        System.err.println("skipped " + skipped);
        if (output.json()) {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("file", Form.of(skipped.file()));
            entries.put("skipped", Form.of(skipped.reason()));
            output.result(Form.of(entries));
        }
    }
}

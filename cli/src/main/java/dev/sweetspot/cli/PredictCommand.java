package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.format.Unlabelled;
import dev.sweetspot.deep.family.SavedClassifier;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.form.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        description = "Says the class of images, and how probable each class is.")
final class PredictCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model.sweetspot of a job.")
    @SuppressWarnings("NullAway.Init") // required
    private Path model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILES",
            description = "Images, folders or archives of images.")
    private List<Path> files = List.of();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write a table with the probability of every class.")
    private Optional<Path> csv = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        Native.load();
        try (var classifier = SavedClassifier.load(model)) {
            var loaded = Unlabelled.load(files, classifier.shape(), classifier.depth());
            loaded.skipped().forEach(skipped -> output.progress("skipped " + skipped));
            var predictions = classifier.predict(loaded.set());
            if (csv.isPresent()) {
                Files.writeString(csv.get(), predictions.toCsv(new int[0]));
            }
            for (int i = 0; i < predictions.names().size(); i++) {
                int best = predictions.predicted(i);
                if (output.json()) {
                    var probabilities = new LinkedHashMap<String, Form>();
                    for (int c = 0; c < predictions.classNames().size(); c++) {
                        probabilities.put(
                                predictions.classNames().get(c),
                                Form.of(predictions.probabilities()[i][c]));
                    }
                    var entries = new LinkedHashMap<String, Form>();
                    entries.put("file", Form.of(predictions.names().get(i)));
                    entries.put("predicted", Form.of(predictions.classNames().get(best)));
                    entries.put("probabilities", Form.of(probabilities));
                    output.result(Form.of(entries));
                } else {
                    output.say(String.format(
                            Locale.ROOT,
                            "%s  %s  %.3f",
                            Shown.name(predictions.names().get(i)),
                            predictions.classNames().get(best),
                            predictions.probabilities()[i][best]));
                }
            }
        }
        return 0;
    }
}

package dev.sweetspot.deep.learning;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.Reconstructions;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Examples;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.ReconstructionSheet;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.Trained;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SpaceForms;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A trained network, or the average of several. */
final class FittedNetwork implements Fitted {
    private static final int SHOWN = 24;
    private static final String SHEET = "reconstructions.png";

    private final NetworkLearning workload;
    private final Trained training;
    private final Diary diary;
    private final Configuration configuration;
    private final Examples examples;
    private final Run run;
    /** Asked for once by whoever measures, and kept for the model's file. */
    private Optional<Predictions> ofTest = Optional.empty();

    /** How it was trained. */
    record Run(long seed, int threads, Precision precision, double seconds) {}

    FittedNetwork(
            NetworkLearning workload,
            Trained training,
            Diary diary,
            Configuration configuration,
            Examples examples,
            Run run) {
        this.workload = workload;
        this.training = training;
        this.diary = diary;
        this.configuration = configuration;
        this.examples = examples;
        this.run = run;
    }

    @Override
    public Predictions predict(int[] items) {
        var predictions = workload.split().predictions(examples, items, training::predict);
        if (Arrays.equals(items, workload.parts().test())) {
            ofTest = Optional.of(predictions);
        }
        return predictions;
    }

    @Override
    public MapForm record() {
        var entries = new LinkedHashMap<>(origin().entries());
        entries.put("seconds", Form.of(run.seconds()));
        return Form.of(entries);
    }

    @Override
    public Course course() {
        return training.course();
    }

    /** All that the weights follow from: the same training gives the same file, however long it took. */
    private MapForm origin() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("configuration", SpaceForms.toForm(configuration));
        entries.put("epochs", Form.of(training.epochs()));
        entries.put("seed", Form.of(run.seed()));
        entries.put("threads", Form.of(run.threads()));
        entries.put("precision", Form.of(run.precision().word()));
        if (workload.device() != Device.CPU) {
            entries.put("device", Form.of(workload.device().word()));
        }
        if (EnsembleParameters.of(configuration) > 1) {
            entries.put("members", Form.of(training.members()));
        }
        entries.put("parameters", Form.of(training.network().parameterCount()));
        entries.put("engine", Form.of(Native.version()));
        entries.put("data_hash", Form.of(workload.data().hash()));
        return Form.of(entries);
    }

    @Override
    public void save(Path file) throws IOException {
        var header = new LinkedHashMap<String, Form>();
        header.put("model", Form.of(kind()));
        header.put("format", Form.of(SavedModel.FIRST_FORMAT));
        header.putAll(answers().toEntries());
        header.putAll(workload.split().description(examples));
        header.put("network", NetworkForms.toForm(training.network()));
        training.readout().ifPresent(readout -> header.put("readout", Form.of(readout.word())));
        header.put("training", origin());
        var state = training.state();
        var content = new SnapshotFile.Content(Form.of(header), List.of(state.weights(), state.statistics()));
        replace(file.toAbsolutePath(), content);
    }

    /** Images that were drawn; or images beside what was made again of them: from those made best, evenly by rank, to those made worst. */
    @Override
    public Map<String, String> writePictures(Path folder) throws IOException {
        if (workload.split() instanceof SplitGeneration drawn) {
            return diary.write(drawn.set().shape(), folder);
        }
        if (!(examples instanceof ImageExamples images) || !(ofTest() instanceof Reconstructions made)) {
            return Map.of();
        }
        int[] test = workload.parts().test();
        var byError = IntStream.range(0, test.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> made.squared()[i]))
                .toList();
        int shown = Math.min(SHOWN, test.length);
        int[] items = IntStream.range(0, shown)
                .map(i -> test[byError.get((int) ((long) i * (test.length - 1) / Math.max(1, shown - 1)))])
                .toArray();
        var sheet = ReconstructionSheet.of(images, items, training.predict(items));
        ImageIO.write(sheet, "png", folder.resolve(SHEET).toFile());
        return Map.of(SHEET, "test images, each with its reconstruction to the right, from the best to the worst");
    }

    private Predictions ofTest() {
        return ofTest.orElseGet(() -> predict(workload.parts().test()));
    }

    private String kind() {
        if (workload.split() instanceof SplitGeneration) {
            return SavedModel.GENERATOR;
        }
        return workload.data() instanceof ImageSet images && images.labelled() ? SavedModel.IMAGES : SavedModel.NETWORK;
    }

    /** With what answers are held against where they are reconstructions: an error by itself says little. */
    private Answers answers() {
        var answers = workload.split().answers(examples);
        return answers instanceof Remade ? answers.heldAgainst(ofTest()) : answers;
    }

    /** The name never stands for half a model, even when the power fails: written aside, synced, and then named. */
    private static void replace(Path file, SnapshotFile.Content content) throws IOException {
        var aside = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            SnapshotFile.write(aside, content);
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    @Override
    public void close() {
        training.close();
    }
}

package dev.sweetspot.deep.family;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.Training;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A trained image classifier. */
final class FittedClassifier implements Fitted {
    private final ImageClassification workload;
    private final Training training;
    private final Configuration configuration;
    private final ChannelStatistics statistics;
    private final Run run;

    /** How it was trained. */
    record Run(long seed, int threads, Precision precision, double seconds) {}

    FittedClassifier(
            ImageClassification workload,
            Training training,
            Configuration configuration,
            ChannelStatistics statistics,
            Run run) {
        this.workload = workload;
        this.training = training;
        this.configuration = configuration;
        this.statistics = statistics;
        this.run = run;
    }

    @Override
    public ClassProbabilities predict(int[] images) {
        return workload.predictions(training, images);
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
        entries.put("precision", Form.of(ImageClassificationProvider.word(run.precision())));
        entries.put("parameters", Form.of(training.network().parameterCount()));
        entries.put("engine", Form.of(Native.version()));
        entries.put("data_hash", Form.of(workload.data().hash()));
        return Form.of(entries);
    }

    @Override
    public void save(Path file) throws IOException {
        var header = new LinkedHashMap<String, Form>();
        header.put("model", Form.of(SavedClassifier.KIND));
        header.put("format", Form.of(SavedClassifier.FORMAT));
        header.put(
                "classes",
                Form.of(workload.data().classNames().stream().map(Form::of).toList()));
        header.put("depth", Form.of(workload.data().depth().name()));
        header.put("network", NetworkForms.toForm(training.network()));
        header.put("means", numbers(statistics.channels(), statistics::mean));
        header.put("deviations", numbers(statistics.channels(), statistics::sd));
        header.put("training", origin());
        var state = training.state();
        var content = new SnapshotFile.Content(Form.of(header), List.of(state.weights(), state.statistics()));
        replace(file.toAbsolutePath(), content);
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

    private static Form numbers(int count, IntToDoubleFunction value) {
        return Form.of(IntStream.range(0, count)
                .mapToObj(i -> Form.of(value.applyAsDouble(i)))
                .toList());
    }

    @Override
    public void close() {
        training.close();
    }
}

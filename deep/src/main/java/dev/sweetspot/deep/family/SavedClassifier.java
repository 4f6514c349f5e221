package dev.sweetspot.deep.family;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Predictor;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.rescaling.MeanAndDeviation;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model that was saved. The file alone is enough: it has the classes, the shape and depth of images, how they are
 * normalised, and the precision in which the network was trained and measured, in which it predicts too.
 */
public final class SavedClassifier implements AutoCloseable {
    static final String KIND = "image-classifier";
    /** Images rescaled by the mean and deviation of channels. */
    static final int FIRST_FORMAT = 1;
    /** Rescaled in another way, which the file names. */
    static final int FORMAT = 2;

    private final Module module;
    private final ChannelStatistics statistics;
    private final Rescaling rescaling;
    private final List<String> classNames;
    private final Depth depth;
    private final Precision precision;

    private SavedClassifier(
            Module module,
            ChannelStatistics statistics,
            Rescaling rescaling,
            List<String> classNames,
            Depth depth,
            Precision precision) {
        this.module = module;
        this.statistics = statistics;
        this.rescaling = rescaling;
        this.classNames = classNames;
        this.depth = depth;
        this.precision = precision;
    }

    /**
     * Loads a model file.
     *
     * @throws InvalidInputException when it is none
     */
    public static SavedClassifier load(Path file) {
        if (!Files.isRegularFile(file)) {
            throw refused(
                    file, Files.isDirectory(file) ? "it is a folder" : "there is no such file", "its model.sweetspot?");
        }
        try {
            return of(SnapshotFile.read(file));
        } catch (IOException | RuntimeException e) {
            var refusal = refused(file, String.valueOf(e.getMessage()), "the model.sweetspot of a job, copied again?");
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static InvalidInputException refused(Path file, String why, String maybe) {
        return new InvalidInputException(
                "model", Shown.name(file.toString()), "must be a model file that can be read, but " + why, maybe);
    }

    private static SavedClassifier of(SnapshotFile.Content content) throws IOException {
        var fields = Fields.of(content.header());
        if (!fields.findText("model").equals(Optional.of(KIND))) {
            throw new IOException("it is a checkpoint or another kind of model");
        }
        if (fields.integer("format") < FIRST_FORMAT || fields.integer("format") > FORMAT) {
            throw new IOException("it was written by a newer version, in format " + fields.integer("format"));
        }
        var network = NetworkForms.fromForm(fields.require("network"));
        var classes = fields.list("classes").items().stream()
                .map(item -> ((Form.TextForm) item).value())
                .toList();
        var statistics = ChannelStatistics.of(numbers(fields, "means"), numbers(fields, "deviations"));
        check(content, network, classes, statistics);
        var rescaling = Rescaling.named(fields.findText("rescale").orElse(new MeanAndDeviation().name()));
        var depth = Depth.valueOf(fields.text("depth"));
        var precision = Precision.named(fields.map("training").text("precision"));
        try (var scope = Scope.open()) {
            assert scope != null;
            var module = new Module(network, content.arrays().get(0), precision.type());
            module.set(
                    new Module.State(content.arrays().get(0), content.arrays().get(1)));
            return new SavedClassifier(module, statistics, rescaling, classes, depth, precision);
        }
    }

    /** Nothing that does not fit together may reach the native engine. */
    private static void check(
            SnapshotFile.Content content, Network network, List<String> classes, ChannelStatistics statistics)
            throws IOException {
        boolean fits = content.arrays().size() == 2
                && content.arrays().get(0).length == network.parameterCount()
                && content.arrays().get(1).length == Weights.statisticsCount(network)
                && network.output() instanceof Shape.Row
                && network.outputs() == classes.size()
                && ((Shape.Image) network.input()).channels() == statistics.channels();
        if (!fits) {
            throw new IOException("its parts do not fit together");
        }
    }

    private static double[] numbers(Fields fields, String name) {
        return fields.list(name).items().stream()
                .mapToDouble(item -> ((Form.NumberForm) item).doubleValue())
                .toArray();
    }

    /** The shape that images must have. */
    public ImageShape shape() {
        var image = (Shape.Image) module.network().input();
        return new ImageShape(image.height(), image.width(), image.channels());
    }

    /** The depth of the images it was trained on. */
    public Depth depth() {
        return depth;
    }

    /** What it says of all images of a set. */
    public ClassProbabilities predict(ImageSet set) {
        var all = IntStream.range(0, set.size()).toArray();
        var images = new ImageExamples(set, statistics).with(rescaling);
        return new ClassProbabilities(set.names(), classNames, Predictor.predict(module, images, all, precision));
    }

    @Override
    public void close() {
        module.close();
    }
}

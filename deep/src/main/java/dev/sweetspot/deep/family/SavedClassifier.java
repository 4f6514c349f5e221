package dev.sweetspot.deep.family;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Shape;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.Predictor;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A model that was saved: predicts images, in 32 bits. */
public final class SavedClassifier implements AutoCloseable {
    private final Module module;
    private final ChannelStatistics statistics;
    private final List<String> classNames;
    private final Depth depth;

    private SavedClassifier(Module module, ChannelStatistics statistics, List<String> classNames, Depth depth) {
        this.module = module;
        this.statistics = statistics;
        this.classNames = classNames;
        this.depth = depth;
    }

    /**
     * Loads a model file.
     *
     * @throws InvalidInputException when it is none
     */
    public static SavedClassifier load(Path file) {
        try {
            var content = SnapshotFile.read(file);
            var fields = Fields.of(content.header());
            var network = NetworkForms.fromForm(fields.require("network"));
            var classes = fields.list("classes").items().stream()
                    .map(item -> ((Form.TextForm) item).value())
                    .toList();
            try (var scope = Scope.open()) {
                assert scope != null;
                var module = new Module(network, content.arrays().get(0), ElementType.FLOAT32);
                module.set(new Module.State(
                        content.arrays().get(0), content.arrays().get(1)));
                return new SavedClassifier(
                        module,
                        ChannelStatistics.of(numbers(fields, "means"), numbers(fields, "deviations")),
                        classes,
                        Depth.valueOf(fields.text("depth")));
            }
        } catch (IOException | RuntimeException e) {
            throw new InvalidInputException(
                    "model = " + file + ": is no model file that can be read. Maybe the model.sweetspot of a job?", e);
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
    public Predictions predict(ImageSet set) {
        var all = IntStream.range(0, set.size()).toArray();
        return new Predictions(set.names(), classNames, Predictor.predict(module, set, statistics, all));
    }

    @Override
    public void close() {
        module.close();
    }
}

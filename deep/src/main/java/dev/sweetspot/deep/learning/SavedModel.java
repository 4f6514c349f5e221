package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.SequenceSet;
import dev.sweetspot.data.Shown;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.deep.adversarial.Latents;
import dev.sweetspot.deep.adversarial.Painting;
import dev.sweetspot.deep.handover.Blueprint;
import dev.sweetspot.deep.handover.Lesson;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.NetworkForms;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Readout;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.TrainingSpace;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Predictor;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SpaceForms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model that was saved. The file alone is enough: it has how new data is prepared, how answers are read, and the precision
 * in which the network was trained and measured, in which it predicts too.
 */
public final class SavedModel implements AutoCloseable {
    /** What files call a network for images, as they always did. */
    static final String IMAGES = "image-classifier";
    /** What files call any other network. */
    static final String NETWORK = "network";

    /** What files call a network that draws images. */
    static final String GENERATOR = "generator";

    /** Images rescaled by the mean and deviation of channels, and other data. */
    static final int FIRST_FORMAT = 1;
    /** Images rescaled in another way, which the file names. */
    static final int FORMAT = 2;

    private final Module module;
    private final SavedInput input;
    private final Answers answers;
    private final Readout readout;
    private final Precision precision;
    private final Fields training;

    private SavedModel(
            Module module, SavedInput input, Answers answers, Readout readout, Precision precision, Fields training) {
        this.training = training;
        this.module = module;
        this.input = input;
        this.answers = answers;
        this.readout = readout;
        this.precision = precision;
    }

    /**
     * Loads a model file, to predict on the processor.
     *
     * @throws InvalidInputException when it is none
     */
    public static SavedModel load(Path file) {
        return load(file, Device.CPU);
    }

    /**
     * Loads a model file, to predict on a device, wherever it was trained.
     *
     * @throws InvalidInputException when it is none
     */
    public static SavedModel load(Path file, Device device) {
        if (!Files.isRegularFile(file)) {
            throw refused(
                    file, Files.isDirectory(file) ? "it is a folder" : "there is no such file", "its model.sweetspot?");
        }
        try {
            return of(SnapshotFile.read(file), device);
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

    private static SavedModel of(SnapshotFile.Content content, Device device) throws IOException {
        var fields = Fields.of(content.header());
        if (!List.of(IMAGES, NETWORK, GENERATOR)
                .contains(fields.findText("model").orElse(""))) {
            throw new IOException("it is a checkpoint or another kind of model");
        }
        if (fields.integer("format") < FIRST_FORMAT || fields.integer("format") > FORMAT) {
            throw new IOException("it was written by a newer version, in format " + fields.integer("format"));
        }
        var network = NetworkForms.fromForm(fields.require("network"));
        var answers = Answers.fromFields(fields);
        var input = SavedInput.fromFields(fields, network.input());
        check(content, network, input, answers);
        var precision = Precision.named(fields.map("training").text("precision"));
        try (var scope = Scope.open()) {
            assert scope != null;
            var module = new Module(network, content.arrays().get(0), precision.type(), device);
            module.set(
                    new Module.State(content.arrays().get(0), content.arrays().get(1)));
            return new SavedModel(module, input, answers, readout(fields, answers), precision, fields.map("training"));
        }
    }

    /** Files of before losses could be chosen say nothing. */
    private static Readout readout(Fields fields, Answers answers) {
        return fields.findText("readout")
                .map(Readout::named)
                .orElse(answers instanceof Answers.Classes ? Readout.SOFTMAX : Readout.IDENTITY);
    }

    /** Nothing that does not fit together may reach the native engine. */
    private static void check(SnapshotFile.Content content, Network network, SavedInput input, Answers answers)
            throws IOException {
        boolean fits = content.arrays().size() == 2
                && content.arrays().get(0).length == network.parameterCount()
                && content.arrays().get(1).length == Weights.statisticsCount(network)
                && (answers instanceof Drawings drawings
                        ? drawings.fits(network.output())
                        : network.output() instanceof Shape.Row)
                && network.outputs() == answers.targets().outputs()
                && input.fits(network.input());
        if (!fits) {
            throw new IOException("its parts do not fit together");
        }
    }

    /** What it learnt from, and how new data is prepared for it. */
    public SavedInput input() {
        return input;
    }

    /** All of it, from raw values to answers, for other tools; they compute in 32 bits. */
    public Blueprint blueprint() {
        return new Blueprint(module.network(), module.state(), input.intake(), answers.answer(readout), lesson());
    }

    /** Two networks that learn from each other are no lesson that other tools are told. */
    private Optional<Lesson> lesson() {
        if (answers instanceof Drawings) {
            return Optional.empty();
        }
        var form = training.require("configuration");
        var configuration = SpaceForms.configurationFromForm(form);
        var task = answers.targets().task();
        return Optional.of(new Lesson(
                TrainingSpace.recipe(configuration, task),
                task,
                training.number("epochs"),
                training.whole("seed"),
                input instanceof SavedInput.Images
                        ? Augmentations.of(configuration).all()
                        : List.of(),
                form,
                training.findWhole("members").map(Math::toIntExact).orElse(1)));
    }

    /**
     * Draws images.
     *
     * @param seed from which the random vectors follow: the same seed gives the same images
     * @throws IllegalStateException when it draws none
     */
    public Drawn draw(int count, long seed) {
        if (!(answers instanceof Drawings drawings)) {
            throw new IllegalStateException("it judges items, and draws none");
        }
        var latents = Latents.of(seed, count, module.network().input().size());
        return new Drawn(drawings, Painting.images(module, latents, precision));
    }

    /**
     * What it says of all items of a data set.
     *
     * @param set of the kind that it learnt from, with the same columns or channels; images have its shape
     * @throws InvalidInputException when a series has another length than those that it learnt from, and that matters
     */
    public Predictions predict(DataSet set) {
        if (set instanceof SequenceSet series
                && !(answers instanceof Remade)
                && module.network().ofOneLength()) {
            requireLength(series, ((Shape.Sequence) module.network().input()).length());
        }
        var all = IntStream.range(0, set.size()).toArray();
        var examples = input.examples(set, answers.targets());
        return answers.of(
                new Answers.Asked(set, examples, all),
                items -> Predictor.predict(module, examples, items, precision, readout));
    }

    private static void requireLength(SequenceSet series, int length) {
        for (int i = 0; i < series.size(); i++) {
            if (series.length(i) != length) {
                throw new InvalidInputException(
                        "series",
                        Shown.name(series.name(i)),
                        "must have " + length + " steps, as all that this mlp learnt from, and has " + series.length(i),
                        "a model of another family?");
            }
        }
    }

    @Override
    public void close() {
        module.close();
    }
}

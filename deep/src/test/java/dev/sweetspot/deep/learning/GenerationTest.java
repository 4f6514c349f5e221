package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Progress;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.DrawnImages;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.deep.adversarial.Latents;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.handover.Asked;
import dev.sweetspot.deep.handover.Formats;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Script;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.BooleanParameter;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Choice;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.IntegerParameter;
import dev.sweetspot.space.OrdinalParameter;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Networks that draw images: every setting counts, the onlooker is always the same, and a file is all that it takes. */
@Tag("once")
class GenerationTest {
    private static final Map<String, String> SMALL = Map.of(
            "generator.filters",
            "8",
            "discriminator.filters",
            "8",
            "latent_size",
            "8",
            "batch_size",
            "8",
            // Without it adamw is adam.
            "generator.weight_decay",
            "0.1",
            "discriminator.weight_decay",
            "0.1");

    /** These say when a training ends and which epoch counts, which StoppingTest shows. */
    private static final String STOPPING = "early_stopping";

    private static final int STEPS = 3;

    @TempDir
    static Path home;

    private static SplitData split;
    private static SearchSpace whole;

    @BeforeAll
    static void load() throws IOException {
        split = read(SampleImages.write(home.resolve("images"), 20, 1));
        whole = split.space(Families.able(split.size().input(), Task.Kind.GENERATION));
    }

    private static SplitData read(Path folder) {
        return new DataSource(
                        folder,
                        Optional.empty(),
                        InputSize.ofData(),
                        TableOptions.AUTOMATIC.withTask(Task.Kind.GENERATION),
                        new DataSource.Split(1))
                .load(1, Progress.SILENT, SplitData::of);
    }

    private static int bits(Configuration configuration) throws InterruptedException {
        var chosen = split.parts().training();
        try (var training = split.session(new SplitData.Beginning(
                configuration,
                new Training.Setting(split.examples(configuration, chosen), chosen, 1, Precision.FLOAT32),
                7,
                STEPS,
                Optional.empty()))) {
            for (int i = 0; i < STEPS; i++) {
                training.advance(2, Long.MAX_VALUE);
            }
            var state = training.state();
            return 31 * Arrays.hashCode(state.weights()) + Arrays.hashCode(state.statistics());
        }
    }

    private static List<String> values(Parameter<?> parameter) {
        if (parameter.name().equals("batch_size")) {
            // There are two dozen examples.
            return List.of("1", "4", "16");
        }
        if (parameter.name().equals("generator.ema")) {
            // In the first steps an average follows more quickly than its decay says.
            return List.of("0", "0.1", "0.2");
        }
        if (parameter instanceof RealParameter real) {
            return Stream.of(real.low(), real.defaultValue(), real.high())
                    .distinct()
                    .map(real::label)
                    .toList();
        }
        if (parameter instanceof IntegerParameter integer) {
            return Stream.of(integer.low(), (integer.low() + integer.high()) / 2, integer.high())
                    .distinct()
                    .map(integer::label)
                    .toList();
        }
        if (parameter instanceof BooleanParameter) {
            return List.of("false", "true");
        }
        var choices = parameter instanceof OrdinalParameter<?> ordinal
                ? ordinal.choices()
                : ((CategoricalParameter<?>) parameter).choices();
        return choices.stream().map(Choice::label).toList();
    }

    /** The space with a value, and one choice of each parameter that it counts with. */
    private static Configuration with(SearchSpace.Dimension dimension, String value) {
        var space = whole;
        for (var condition : dimension.conditions()) {
            space = Restriction.fix(
                    space,
                    whole,
                    condition.parent(),
                    condition.labels().iterator().next());
        }
        space = Restriction.fix(space, whole, dimension.parameter().name(), value);
        for (var small : SMALL.entrySet()) {
            boolean asked = small.getKey().equals(dimension.parameter().name());
            space = asked ? space : Restriction.fix(space, whole, small.getKey(), small.getValue());
        }
        return Encoding.of(space).defaults().orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> everyValueOfEveryParameterChangesTheTraining() {
        return whole.dimensions().stream()
                .filter(dimension -> !dimension.parameter().name().startsWith(STOPPING))
                .map(dimension -> DynamicTest.dynamicTest(dimension.parameter().name(), () -> {
                    var seen = new LinkedHashMap<Integer, String>();
                    for (var value : values(dimension.parameter())) {
                        var before = seen.put(bits(with(dimension, value)), value);
                        assertThat(before)
                                .as(
                                        "%s = %s does what another value does",
                                        dimension.parameter().name(), value)
                                .isNull();
                    }
                }));
    }

    @Test
    void theOnlookerIsTheSameEveryTimeAndTellsWhatItSees() {
        var again = (SplitGeneration) read(home.resolve("images"));
        var first = ((SplitGeneration) split).onlooker();
        var items = split.parts().validation();
        assertThat(again.onlooker().ofReal(items)).isDeepEqualTo(first.ofReal(items));
        assertThat(first.inWords()).contains("tell its 2 classes apart");
        // Features are kept item by item: asked for others in between, they stay the same.
        var reversed = IntStream.range(0, items.length)
                .map(i -> items[items.length - 1 - i])
                .toArray();
        assertThat(first.ofReal(reversed)[0]).containsExactly(first.ofReal(items)[items.length - 1]);
    }

    private static NetworkLearning learning() {
        return new NetworkLearning(split, whole, Fidelity.epochs(1), Precision.FLOAT32);
    }

    private static Configuration small() {
        var space = whole;
        for (var small : SMALL.entrySet()) {
            space = Restriction.fix(space, whole, small.getKey(), small.getValue());
        }
        return Encoding.of(space).defaults().orElseThrow();
    }

    private static double level(BufferedImage picture, int x, int y, int channel) {
        return picture.getRGB(x, y) >> (16 - 8 * channel) & 0xff;
    }

    @Test
    void whatIsSavedDrawsTheSameAndOtherToolsDoToo() throws Exception {
        var file = home.resolve("model");
        var folder = Files.createDirectories(home.resolve("handed"));
        try (var model = learning().fit(small(), 3, 1, new Pace(2, Long.MAX_VALUE, (done, planned) -> {}))) {
            model.save(file);
            assertThat(model.writePictures(folder)).containsOnlyKeys("samples.png", "samples-over-time.png");
            var report = Report.of(
                    model.predict(split.parts().test()),
                    split.set().task(),
                    split.parts().test());
            assertThat(report.leading().metric()).isEqualTo("frechet_distance");
            assertThat(report.leading().value()).isPositive();
            assertThat(report.n()).isEqualTo(split.parts().test().length);
        }
        try (var saved = SavedModel.load(file)) {
            var drawn = saved.draw(3, 5);
            var picture = drawn.pictures(2).get(0);
            Formats.named("torchscript").write(saved.blueprint(), folder);
            Formats.named("onnx").write(saved.blueprint(), folder);
            var asked = new Asked(saved.blueprint());
            var said = asked.onnxRuntime(folder.resolve("model.onnx"));
            var expected = asked.engine();
            assertThat(said).hasSameSizeAs(expected);
            for (int i = 0; i < said.length; i++) {
                // From -1 to 1 as the network draws them, and 127.5 times as much in the file.
                assertThat(said[i] / 127.5f).isCloseTo(expected[i] / 127.5f, within(1e-4f));
            }
            var latents = Latents.of(5, 3, 8);
            try (var scope = Scope.open();
                    var script = Script.load(folder.resolve("model.torchscript.pt"))) {
                assertThat(scope).isNotNull();
                var flat = new float[24];
                for (int i = 0; i < 24; i++) {
                    flat[i] = latents[i / 8][i % 8];
                }
                var images = script.run(Tensor.of(flat, 3, 8)).reshaped(3, 3, 16, 16);
                assertThat(images.shape()).containsExactly(3, 3, 16, 16);
                var values = images.copy().reshaped(3 * 3 * 16 * 16).copy().floats();
                for (int c = 0; c < 3; c++) {
                    for (int k = 0; k < 256; k++) {
                        double level = values[(2 * 3 + c) * 256 + k];
                        // Rounding alone is between a number and the sample of a file.
                        assertThat(level(picture, k % 16, k / 16, c)).isCloseTo(level, within(0.51));
                    }
                }
            }
        }
    }

    @Test
    void rectanglesAreDrawnAsRectangles() throws Exception {
        var wide = read(SampleImages.write(home.resolve("wide"), 20, 1, 16, 40));
        var all = wide.space(Families.able(wide.size().input(), Task.Kind.GENERATION));
        var space =
                Restriction.fix(Restriction.fix(all, all, "generator.filters", "8"), all, "discriminator.filters", "8");
        var learning = new NetworkLearning(wide, space, Fidelity.epochs(1), Precision.FLOAT32);
        var file = home.resolve("wide-model");
        var folder = Files.createDirectories(home.resolve("wide-handed"));
        var configuration = Encoding.of(space).defaults().orElseThrow();
        try (var model = learning.fit(configuration, 3, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
            model.save(file);
            model.writePictures(folder);
        }
        try (var saved = SavedModel.load(file)) {
            var picture = saved.draw(1, 5).pictures(0).get(0);
            assertThat(picture.getWidth()).isEqualTo(40);
            assertThat(picture.getHeight()).isEqualTo(16);
        }
    }

    @Test
    void imagesThatCannotBeHalvedAlikeAreRefusedWithTheNearestThatCan() throws IOException {
        var uneven = SampleImages.write(home.resolve("uneven"), 20, 1, 23, 42);
        assertThatThrownBy(() -> read(uneven))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("input_size = 23x42")
                .hasMessageContaining("Maybe --set input_size=24x40?");
    }

    @Test
    void drawnFeaturesAreWrittenBesideThoseOfTheHeldOutImages() {
        var drawn = new DrawnImages(
                new float[][] {{1, 2}},
                List.of("a, b.png", "c.png"),
                new float[][] {{3, 4}, {5, 6}},
                new float[][] {{7, 8}},
                "A.");
        var names = List.of(drawn.toCsv(split.set(), new int[0]).split("\n"));
        assertThat(names.get(0)).isEqualTo("file,feature_1,feature_2");
        assertThat(names.get(1)).isEqualTo("drawn-0001,1.0,2.0");
        assertThat(names.get(2)).isEqualTo("\"a, b.png\",3.0,4.0");
        assertThat(names).hasSize(4);
    }

    @Test
    void memoryIsPredictedForBothNetworks() {
        var learning = learning();
        double small = learning.predict("memory", small()).orElseThrow();
        var larger = Restriction.fix(whole, whole, "discriminator.filters", "64");
        double large = learning.predict("memory", Encoding.of(larger).defaults().orElseThrow())
                .orElseThrow();
        assertThat(large).isGreaterThan(1.3 * small);
    }
}

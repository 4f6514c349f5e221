package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.format.InputSize;
import dev.sweetspot.data.format.Unlabelled;
import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of images as a parameter: they are loaded once, and each trial sees them in its own. */
class InputSizeTest {
    @TempDir
    Path home;

    private SplitImages images;

    @BeforeEach
    void load() throws IOException {
        images = (SplitImages) Classifications.load(SampleImages.write(home.resolve("data"), 20, 1));
    }

    @Test
    void networksAndExamplesFollowTheSizeOfTheConfiguration() {
        var side = LoadingParameters.inputSizes(List.of(new InputSize.Asked(8), new InputSize.Asked(16)));
        var space = images.space(Families.able(images.size().input())).with(side);
        var whole = Encoding.of(space).defaults().orElseThrow();
        var small = whole.with(side, 8);
        var examples = (ImageExamples) images.examples(small, images.parts().training());

        assertThat(whole.get(side)).isEqualTo(16);
        assertThat(images.size(small).input()).isEqualTo(new Shape.Image(8, 8, 3));
        assertThat(examples.shape()).isEqualTo(new Shape.Image(8, 8, 3));
        assertThat(examples.set().digest(3))
                .isEqualTo(Resampler.resize(images.set(), 8, 8).digest(3));
        assertThat(((ImageExamples) images.examples(small, images.parts().training())).set())
                .isSameAs(examples.set());
        assertThat(((ImageExamples) images.examples(whole, images.parts().training())).set())
                .isSameAs(images.set());
        assertThat(images.inWords(small)).contains("resized to 8 pixels a side");
    }

    @Test
    void everyFamilyCanBeTrainedInEverySize() {
        var side = LoadingParameters.inputSizes(List.of(new InputSize.Asked(8), new InputSize.Asked(16)));
        var space = images.space(Families.able(images.size().input())).with(side);
        var random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            var configuration = Encoding.of(space).draw(random).orElseThrow();
            var network = Families.of(configuration).network(configuration, images.size(configuration));
            assertThat(network.input()).isEqualTo(images.size(configuration).input());
            assertThat(network.outputs()).isEqualTo(2);
        }
    }

    private static final List<InputSize.Asked> RECTANGLES =
            List.of(new InputSize.Asked(12, 30), new InputSize.Asked(8, 16), new InputSize.Asked(12));

    @Test
    void sizesOfSeveralShapesAreOrderedByTheirPixels() {
        var size = LoadingParameters.inputSizes(RECTANGLES);
        assertThat(size.rangeInWords()).isEqualTo("8x16, 12 or 12x30");
        assertThat(size.defaultValue()).isEqualTo("12x30");
        assertThat(size.check("12")).isEqualTo(12);
    }

    /** Of every family the default and some at random, in each of the shapes; what draws images too. */
    @Test
    void everyFamilyCanBeTrainedInEveryShape() throws IOException {
        var wide = (SplitImages) Classifications.load(SampleImages.write(home.resolve("wide"), 20, 1, 12, 30));
        assertThat(wide.size().input()).isEqualTo(new Shape.Image(12, 30, 3));
        var size = LoadingParameters.inputSizes(RECTANGLES);
        var random = new SplittableRandom(6);
        for (var family : Families.able(wide.size().input())) {
            var space = wide.space(List.of(family)).with(size);
            for (int i = 0; i < 40; i++) {
                var configuration = Encoding.of(space).draw(random).orElseThrow();
                var asked = LoadingParameters.inputSize(configuration).orElseThrow();
                var network = family.network(configuration, wide.size(configuration));
                assertThat(network.input()).isEqualTo(new Shape.Image(asked.height(), asked.width(), 3));
                assertThat(network.outputs()).isEqualTo(2);
            }
        }
    }

    @Test
    void examplesOfAShapeAreTheImagesInIt() throws IOException {
        var wide = (SplitImages) Classifications.load(SampleImages.write(home.resolve("wide"), 20, 1, 24, 60));
        var size = LoadingParameters.inputSizes(RECTANGLES);
        var whole = Encoding.of(wide.space(Families.named(List.of("cnn"))).with(size))
                .defaults()
                .orElseThrow();
        var configuration = whole.with(size, "8x16");
        var examples = (ImageExamples) wide.examples(configuration, wide.parts().training());
        assertThat(examples.shape()).isEqualTo(new Shape.Image(8, 16, 3));
        assertThat(examples.set().digest(3))
                .isEqualTo(Resampler.resize(wide.set(), 8, 16).digest(3));
        assertThat(wide.inWords(configuration)).contains("resized to 8 x 16 pixels");
    }

    /** Each learns from rectangles, is saved, and says the same of them again. */
    @ParameterizedTest
    @ValueSource(strings = {"mlp", "cnn", "vgg", "resnet", "mobilenet", "convnext"})
    void aModelOfRectanglesIsSavedAndSaysTheSameAgain(String family) throws Exception {
        var wide = (SplitImages) Classifications.load(SampleImages.write(home.resolve("wide"), 20, 1, 12, 30));
        var space = wide.space(Families.named(List.of(family)));
        for (var change : List.of("rotation=30", "zoom=0.2", "crop=2", "cutout=0.3", "flip=both", "cutmix=1")) {
            var pair = change.split("=", 2);
            space = Restriction.fix(space, space, "augmentation." + pair[0], pair[1]);
        }
        var workload = new NetworkLearning(wide, space, Fidelity.epochs(2), Precision.FLOAT32);
        var configuration = Encoding.of(space).defaults().orElseThrow();
        int[] test = wide.parts().test();
        var file = home.resolve("model");
        float[][] said;
        try (var fitted = workload.fit(configuration, 3, 1, new Pace(1, Long.MAX_VALUE, (done, planned) -> {}))) {
            said = ((ClassProbabilities) fitted.predict(test)).probabilities();
            fitted.save(file);
        }
        try (var model = SavedModel.load(file)) {
            var input = (SavedInput.Images) model.input();
            assertThat(input.shape()).isEqualTo(new ImageShape(12, 30, 3));
            var again = Unlabelled.load(List.of(home.resolve("wide")), input.shape(), input.depth())
                    .set();
            var all = ((ClassProbabilities) model.predict(again)).probabilities();
            for (int i = 0; i < test.length; i++) {
                var name = wide.set().name(test[i]);
                int at = IntStream.range(0, again.size())
                        .filter(each -> again.name(each).endsWith(name))
                        .findFirst()
                        .orElseThrow();
                assertThat(all[at]).containsExactly(said[i], offset(1e-5f));
            }
        }
    }

    @Test
    void whereDataComesFromIsWrittenWithItsShapeAndFilesOfBeforeMeanWhatTheyMeant() {
        for (var size : List.of(
                InputSize.ofData(),
                new InputSize.Asked(24, 48),
                new InputSize.Asked(32),
                new InputSize.OfDataInSquares())) {
            var source = new DataSource(home, Optional.empty(), size, new DataSource.Split(1));
            assertThat(DataSource.fromForm(Fields.of(source.toForm()))).isEqualTo(source);
        }
        var square = new DataSource(home, Optional.empty(), new InputSize.Asked(32), new DataSource.Split(1));
        assertThat(Json.write(square.toForm())).contains("\"input_size\":32,");
        // Studies of before said nothing where images were brought to squares by themselves.
        var before = new LinkedHashMap<>(square.toForm().entries());
        before.remove(InputSize.NAME);
        assertThat(DataSource.fromForm(Fields.of(Form.of(before))).inputSize())
                .isEqualTo(new InputSize.OfDataInSquares());
    }

    @Test
    void aModelOfSmallerImagesIsSavedWithItsSize() throws Exception {
        var side = LoadingParameters.inputSizes(List.of(new InputSize.Asked(8), new InputSize.Asked(16)));
        var space = images.space(Families.named(List.of("mlp"))).with(side);
        var workload = new NetworkLearning(images, space, Fidelity.epochs(2), Precision.FLOAT32);
        var configuration = Encoding.of(space).defaults().orElseThrow().with(side, 8);
        int[] test = images.parts().test();
        try (var fitted = workload.fit(configuration, 3, 1, new Pace(2, Long.MAX_VALUE, (done, planned) -> {}))) {
            assertThat(((ClassProbabilities) fitted.predict(test)).probabilities())
                    .hasDimensions(test.length, 2);
            var file = home.resolve("model");
            fitted.save(file);
            try (var model = SavedModel.load(file)) {
                assertThat(model.input()).isInstanceOf(SavedInput.Images.class);
                assertThat(((SavedInput.Images) model.input()).shape().height()).isEqualTo(8);
            }
        }
    }
}

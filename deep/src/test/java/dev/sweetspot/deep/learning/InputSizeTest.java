package dev.sweetspot.deep.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.image.Resampler;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.ClassProbabilities;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.LoadingParameters;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.testkit.SampleImages;
import dev.sweetspot.trial.Fidelity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        var side = LoadingParameters.inputSizes(List.of(8, 16));
        var space = images.space(Families.able(images.size().input())).with(side);
        var whole = Encoding.of(space).defaults().orElseThrow();
        var small = whole.with(side, 8);
        var examples = (ImageExamples) images.examples(small, images.parts().training());

        assertThat(whole.get(side)).isEqualTo(16);
        assertThat(images.size(small).input()).isEqualTo(new Shape.Image(8, 8, 3));
        assertThat(examples.shape()).isEqualTo(new Shape.Image(8, 8, 3));
        assertThat(examples.set().digest(3))
                .isEqualTo(Resampler.resize(images.set(), 8).digest(3));
        assertThat(((ImageExamples) images.examples(small, images.parts().training())).set())
                .isSameAs(examples.set());
        assertThat(((ImageExamples) images.examples(whole, images.parts().training())).set())
                .isSameAs(images.set());
        assertThat(images.inWords(small)).contains("resized to 8 pixels a side");
    }

    @Test
    void everyFamilyCanBeTrainedInEverySize() {
        var side = LoadingParameters.inputSizes(List.of(8, 16));
        var space = images.space(Families.able(images.size().input())).with(side);
        var random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            var configuration = Encoding.of(space).draw(random).orElseThrow();
            var network = Families.of(configuration).network(configuration, images.size(configuration));
            assertThat(network.input()).isEqualTo(images.size(configuration).input());
            assertThat(network.outputs()).isEqualTo(2);
        }
    }

    @Test
    void aModelOfSmallerImagesIsSavedWithItsSize() throws Exception {
        var side = LoadingParameters.inputSizes(List.of(8, 16));
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

package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.family.ModelFamily;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks for which others have weights are large: vgg19 needs 3 GB to be trained, whatever the images. */
@Tag("slow")
class KnownNetworksTest {
    private static final int SIDE = 32;
    private static final int COUNT = 8;

    static Stream<String> known() {
        return Families.installed().stream()
                .filter(family -> !family.usualKeys().isEmpty())
                .map(ModelFamily::name);
    }

    private static Network network(String name) {
        var family = Families.named(List.of(name)).get(0);
        var size = new ModelFamily.DataSize(new Shape.Image(SIDE, SIDE, 3), COUNT, 2);
        var whole = Families.space(List.of(family), size);
        // One step is compared with the next, which would leave out others.
        var space = Restriction.fix(whole, whole, "dropout", "0");
        return family.network(Encoding.of(space).defaults().orElseThrow(), size);
    }

    private static Training training(Network network, double rate) {
        var set = Squares.images(COUNT, SIDE);
        var all = IntStream.range(0, COUNT).toArray();
        return new Training(
                network,
                new Recipe(
                        new CrossEntropy(0),
                        new Sgd(0, false),
                        new Rate(rate, 0, new Constant()),
                        new Regularization(0),
                        COUNT),
                new Training.Setting(new ImageExamples(set, ChannelStatistics.of(set, all)), all, 1, Precision.FLOAT32),
                1,
                2,
                Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("known")
    void oneStepLessensTheLossOfItsImages(String name) throws InterruptedException {
        try (var training = training(network(name), 1e-3)) {
            var rows = training.predict(IntStream.range(0, COUNT).toArray());
            assertThat(Arrays.asList(rows)).hasSize(COUNT).allSatisfy(row -> assertThat(row[0] + row[1])
                    .isBetween(0.9999f, 1.0001f));

            double loss = training.advance(1, Long.MAX_VALUE).loss();
            assertThat(training.advance(1, Long.MAX_VALUE).loss()).isLessThan(loss);
        }
    }

    /** With a rate at which the smallest gradient shows: a scale of 1 does not notice a millionth of a millionth. */
    @ParameterizedTest
    @MethodSource("known")
    void everyWeightLearns(String name) throws InterruptedException {
        var network = network(name);
        try (var training = training(network, 1e3)) {
            var before = training.state().weights();
            training.advance(1, Long.MAX_VALUE);
            var after = training.state().weights();
            for (var placed : Weights.of(network)) {
                int start = (int) placed.start();
                assertThat(IntStream.range(start, start + (int) placed.size()).anyMatch(i -> after[i] != before[i]))
                        .as(placed.path() + " moved")
                        .isTrue();
            }
        }
    }
}

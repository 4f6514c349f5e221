package dev.sweetspot.deep.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.ChannelStatistics;
import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageSetBuilder;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.metric.Frechet;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.LeakyRelu;
import dev.sweetspot.deep.network.layer.Reshape;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.SpectralNorm;
import dev.sweetspot.deep.training.ImageExamples;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.deep.training.Snapshot;
import dev.sweetspot.deep.training.SnapshotFile;
import dev.sweetspot.deep.training.Training;
import dev.sweetspot.deep.training.optimizer.Adam;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.rescaling.SignedRange;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.form.Form;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class AdversarialTrainingTest {
    private static final int SIDE = 4;
    private static final ImageSet SET = halves(64);

    @TempDir
    Path folder;

    /** One half dark, the other light, left or right by chance, with a little noise. */
    private static ImageSet halves(int count) {
        var random = new SplittableRandom(3);
        var builder = new ImageSetBuilder(count, new ImageShape(SIDE, SIDE, 1), Depth.U8);
        var labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = i % 2;
            var samples = new byte[SIDE * SIDE];
            for (int k = 0; k < samples.length; k++) {
                boolean light = (k % SIDE < SIDE / 2) == (labels[i] == 0);
                samples[k] = (byte) ((light ? 200 : 30) + random.nextInt(25));
            }
            builder.put(i, samples);
        }
        return builder.build(
                labels,
                List.of("left", "right"),
                IntStream.range(0, count)
                        .mapToObj(i -> String.format("%06d", i))
                        .toList());
    }

    private static AdversarialTraining.Networks networks() {
        var generator = new Network(
                new Shape.Row(3),
                List.of(
                        new Dense(SIDE * SIDE * 2),
                        new Reshape(SIDE, SIDE, 2),
                        new BatchNorm(),
                        new Activation(ActivationFunction.RELU),
                        new Convolution(1, 3, true),
                        new Activation(ActivationFunction.TANH)));
        var discriminator = new Network(
                new Shape.Image(SIDE, SIDE, 1),
                List.of(
                        new SpectralNorm(new Convolution(6, 3, true)),
                        new LeakyRelu(0.2),
                        new Flatten(),
                        new SpectralNorm(new Dense(1))));
        return new AdversarialTraining.Networks(generator, discriminator);
    }

    private static AdversarialRecipe.Side adam(double rate) {
        return new AdversarialRecipe.Side(new Adam(0.5, 0.999, 1e-8), new Rate(rate, 0, new Constant()));
    }

    private static AdversarialRecipe.Side sgd(double rate) {
        return new AdversarialRecipe.Side(new Sgd(0, false), new Rate(rate, 0, new Constant()));
    }

    private static AdversarialRecipe recipe(double rate, int steps, double ema) {
        return new AdversarialRecipe(new NonSaturating(0.1), adam(rate), adam(rate), steps, 16, ema);
    }

    private static AdversarialTraining training(AdversarialRecipe recipe, double epochs, Optional<Snapshot> from) {
        var all = IntStream.range(0, SET.size()).toArray();
        var examples = new ImageExamples(SET, ChannelStatistics.of(SET, all)).with(new SignedRange(Depth.U8));
        return new AdversarialTraining(
                networks(), recipe, new Training.Setting(examples, all, 1, Precision.FLOAT32), 5, epochs, from);
    }

    private static AdversarialTraining fresh(AdversarialRecipe recipe) {
        return training(recipe, 100, Optional.empty());
    }

    private static float[] judge(AdversarialTraining training) {
        return training.snapshot().slots().get(0);
    }

    private static float[] painter(AdversarialTraining training) {
        return training.snapshot().state().weights();
    }

    @Test
    void whatIsDrawnComesNearerToWhatIsReal() throws InterruptedException {
        var real = new float[SET.size()][];
        for (int i = 0; i < real.length; i++) {
            real[i] = new float[SIDE * SIDE];
            for (int k = 0; k < SIDE * SIDE; k++) {
                real[i][k] = (SET.pixels().get(i * SIDE * SIDE + k) & 0xff) / 127.5f - 1;
            }
        }
        try (var training = fresh(recipe(5e-3, 1, 0.9))) {
            var latents = Latents.of(9, 200, 3);
            double before = Frechet.distance(training.draw(latents), real);
            while (!training.finished()) {
                training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
            double after = Frechet.distance(training.draw(latents), real);
            assertThat(before).isGreaterThan(4);
            assertThat(after).isLessThan(before / 4);
        }
    }

    @Test
    void itGoesOnFromItsCheckpointBitForBit() throws InterruptedException, IOException {
        var file = folder.resolve("checkpoint");
        Snapshot straight;
        try (var training = fresh(recipe(1e-3, 2, 0.9))) {
            for (int i = 0; i < 4; i++) {
                training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
            straight = training.snapshot();
        }
        try (var training = fresh(recipe(1e-3, 2, 0.9))) {
            // In the middle of an epoch, and between a step of the one and a step of the other.
            training.advance(3, Long.MAX_VALUE);
            SnapshotFile.writeCheckpoint(
                    file, new SnapshotFile.Checkpoint(List.of(training.snapshot()), Form.of(Map.of())));
        }
        var kept = SnapshotFile.readCheckpoint(file).snapshots().get(0);
        try (var training = training(recipe(1e-3, 2, 0.9), 100, Optional.of(kept))) {
            for (int i = 0; i < 4; i++) {
                training.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
            var again = training.snapshot();
            assertThat(again.step()).isEqualTo(straight.step());
            assertThat(again.state().sameAs(straight.state())).isTrue();
            for (int i = 0; i < straight.slots().size(); i++) {
                assertThat(again.slots().get(i))
                        .containsExactly(straight.slots().get(i));
            }
        }
    }

    @Test
    void eachNetworkLearnsAtItsOwnRate() throws InterruptedException {
        float[] painter;
        float[] judge;
        try (var untouched = fresh(recipe(1e-3, 1, 0))) {
            painter = painter(untouched);
            judge = judge(untouched);
        }
        var still = new AdversarialRecipe(new Hinge(), adam(1e-30), adam(1e-2), 1, 16, 0);
        try (var training = fresh(still)) {
            training.advance(3, Long.MAX_VALUE);
            assertThat(painter(training)).usingComparatorWithPrecision(1e-20f).containsExactly(painter);
            assertThat(judge(training)).isNotEqualTo(judge);
        }
        var other = new AdversarialRecipe(new Hinge(), adam(1e-2), adam(1e-30), 1, 16, 0);
        try (var training = fresh(other)) {
            training.advance(3, Long.MAX_VALUE);
            assertThat(painter(training)).isNotEqualTo(painter);
            assertThat(judge(training)).usingComparatorWithPrecision(1e-20f).containsExactly(judge);
        }
    }

    @Test
    void theGeneratorWaitsForTheStepsOfTheDiscriminator() throws InterruptedException {
        try (var training = fresh(recipe(1e-2, 3, 0))) {
            var first = painter(training);
            training.advance(2, Long.MAX_VALUE);
            assertThat(painter(training)).containsExactly(first);
            training.advance(1, Long.MAX_VALUE);
            var second = painter(training);
            assertThat(second).isNotEqualTo(first);
            training.advance(2, Long.MAX_VALUE);
            assertThat(painter(training)).containsExactly(second);
        }
    }

    /** With a step of plain descent: the change of the weights is the rate times the gradient, so twice the rate is twice that. */
    @Test
    void aStepGoesAlongTheGradientOfItsOwnLoss() throws InterruptedException {
        var changes = new double[2][];
        for (int i = 0; i < 2; i++) {
            double rate = (i + 1) * 1e-3;
            try (var training = fresh(new AdversarialRecipe(new LeastSquares(0), sgd(rate), sgd(1e-30), 1, 16, 0))) {
                var before = painter(training);
                training.advance(1, Long.MAX_VALUE);
                var after = painter(training);
                changes[i] = IntStream.range(0, before.length)
                        .mapToDouble(k -> after[k] - before[k])
                        .toArray();
            }
        }
        for (int k = 0; k < changes[0].length; k++) {
            assertThat(changes[1][k]).isCloseTo(2 * changes[0][k], within(1e-6));
        }
    }

    /** {@code d = min(decay, (1 + t) / (10 + t))}, of the generator's steps alone. */
    @Test
    void theAverageFollowsTheGeneratorsSteps() throws InterruptedException {
        try (var training = fresh(recipe(1e-2, 2, 0.5))) {
            var first = painter(training);
            training.advance(2, Long.MAX_VALUE);
            var second = painter(training);
            training.advance(2, Long.MAX_VALUE);
            var third = painter(training);
            var average = training.state().weights();
            for (int i = 0; i < average.length; i++) {
                double one = first[i] * (2.0 / 11) + second[i] * (9.0 / 11);
                double two = one * (3.0 / 12) + third[i] * (9.0 / 12);
                assertThat((double) average[i]).isCloseTo(two, within(1e-6));
            }
        }
    }

    @Test
    void aRateThatIsMuchTooLargeIsSeenInTheLoss() throws InterruptedException {
        var wild = new AdversarialRecipe(new LeastSquares(0), sgd(1e20), sgd(1e20), 1, 16, 0);
        try (var training = fresh(wild)) {
            training.advance(4, Long.MAX_VALUE);
            assertThat(training.advance(Integer.MAX_VALUE, Long.MAX_VALUE).loss())
                    .satisfiesAnyOf(loss -> assertThat(loss).isNaN(), loss -> assertThat(loss)
                            .isGreaterThan(1e3));
        }
    }

    @Test
    void moreVectorsBeginWithTheSameOnes() {
        var few = Latents.of(4, 3, 5);
        var many = Latents.of(4, 30, 5);
        for (int i = 0; i < few.length; i++) {
            assertThat(many[i]).containsExactly(few[i]);
        }
    }
}

package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageSet;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.Task;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.space.LossParameters;
import dev.sweetspot.deep.tensor.LossOperations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.augmentation.Augmentations;
import dev.sweetspot.deep.training.augmentation.Mixup;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.sampling.Balanced;
import dev.sweetspot.deep.training.sampling.ClassWeights;
import dev.sweetspot.deep.training.sampling.Selection;
import dev.sweetspot.deep.training.sampling.Shuffled;
import dev.sweetspot.deep.training.sampling.Stratified;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the choice of examples does to a training. */
class SelectionTest {
    private static final ImageSet SET = RandomImages.of(60, new ImageShape(4, 4, 2), Depth.U8);
    /** 20 of class 0, 5 of class 1 and 10 of class 2. */
    private static final int[] CHOSEN = IntStream.range(0, 60)
            .filter(i -> i % 3 == 0 || (i % 3 == 1 && i < 15) || (i % 3 == 2 && i < 30))
            .toArray();

    private static Training training(Selection selection, int batch, ImageExamples examples) {
        var network = new Network(new Shape.Image(4, 4, 2), List.of(new Flatten(), new Dense(3)));
        var recipe = new Recipe(
                new CrossEntropy(0),
                new Sgd(0, false),
                new Rate(0.01, 0, new Constant()),
                Regularization.NONE,
                batch,
                selection);
        var setting = new Training.Setting(examples, CHOSEN, 1, Precision.FLOAT32);
        return new Training(network, recipe, setting, 3, 5, Optional.empty());
    }

    private static ImageExamples plain() {
        return new ImageExamples(SET, RandomImages.statistics(SET));
    }

    /** The mean of -w ln p over all chosen images, from what the network says before it has learnt anything. */
    private static double expected(Training training, double... weights) {
        var rows = training.predict(CHOSEN);
        double sum = 0;
        for (int i = 0; i < CHOSEN.length; i++) {
            int label = SET.label(CHOSEN[i]);
            sum -= weights[label] * Math.log(rows[i][label]);
        }
        return sum / CHOSEN.length;
    }

    @Test
    void balancedWeightsEnterTheLoss() throws InterruptedException {
        try (var alike = training(Selection.USUAL, 64, plain());
                var balanced = training(new Selection(new Shuffled(), ClassWeights.BALANCED), 64, plain())) {
            double once = expected(alike, 1, 1, 1);
            double weighted = expected(balanced, 35.0 / (3 * 20), 35.0 / (3 * 5), 35.0 / (3 * 10));
            assertThat(weighted).isNotCloseTo(once, offset(1e-3));
            assertThat(alike.advance(1, Long.MAX_VALUE).loss()).isCloseTo(once, offset(1e-5));
            assertThat(balanced.advance(1, Long.MAX_VALUE).loss()).isCloseTo(weighted, offset(1e-5));
        }
    }

    @Test
    void aFullBatchOfBalancedSamplesWeighsClassesAlike() throws InterruptedException {
        try (var training = training(new Selection(new Balanced(), ClassWeights.NONE), 35, plain())) {
            // 35 draws of 3 classes: 12, 12 and 11 of them, those of class 0 a part of its 20 only.
            double everyone = expected(training, 35.0 / (3 * 20), 35.0 / (3 * 5), 35.0 / (3 * 10));
            assertThat(training.advance(1, Long.MAX_VALUE).loss()).isCloseTo(everyone, offset(0.25));
        }
    }

    @Test
    void aTrainingThatMixesAndSamplesByClassGoesOnBitForBit() throws InterruptedException {
        var examples = plain().with(Augmentations.of(new Mixup(0.3)));
        var selection = new Selection(new Stratified(), ClassWeights.BALANCED);
        try (var straight = training(selection, 8, examples);
                var first = training(selection, 8, examples)) {
            for (int i = 0; i < 3; i++) {
                straight.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
            }
            first.advance(6, Long.MAX_VALUE);
            first.advance(1, Long.MAX_VALUE);
            var network = first.network();
            var recipe = new Recipe(
                    new CrossEntropy(0),
                    new Sgd(0, false),
                    new Rate(0.01, 0, new Constant()),
                    Regularization.NONE,
                    8,
                    selection);
            var setting = new Training.Setting(examples, CHOSEN, 1, Precision.FLOAT32);
            try (var second = new Training(network, recipe, setting, 3, 5, Optional.of(first.snapshot()))) {
                while (second.epochs() < 3) {
                    second.advance(Integer.MAX_VALUE, Long.MAX_VALUE);
                }
                assertThat(second.state().sameAs(straight.state())).isTrue();
            }
        }
    }

    @Test
    void theLossOfAMixtureIsTheMixtureOfTheLosses() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var outputs = Tensor.of(new float[] {1, -0.5f, 2, 0.25f, 0, -1}, 2, 3);
            var shares = Tensor.of(new float[] {0.7f, 0, 0.3f, 0, 1, 0}, 2, 3);
            double[] logs = {logShare(1, -0.5, 2, 1), logShare(1, -0.5, 2, 2), logShare(0.25, 0, -1, 0)};
            double expected = -(0.7 * logs[0] + 0.3 * logs[1] + logs[2]) / 2;
            assertThat((double) new CrossEntropy(0)
                            .of(outputs, shares, Optional.empty(), Task.Kind.CLASSIFICATION)
                            .item())
                    .isCloseTo(expected, offset(1e-6));
            var weights = LossOperations.ofTargets(Tensor.of(new float[] {1, 2, 4}, 3), shares);
            assertThat(weights.floats()).containsExactly(new float[] {1.9f, 2}, offset(1e-6f));
            assertThat(LossOperations.ofTargets(Tensor.of(new float[] {1, 2, 4}, 3), Tensor.of(2, 0))
                            .floats())
                    .containsExactly(4, 1);
        }
    }

    @Test
    void everyLossTakesSharesOfClassesAsItTakesLabels() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var outputs = Tensor.of(new float[] {1, -0.5f, 2, 0.25f, 0, -1}, 2, 3);
            var labels = Tensor.of(2, 0);
            var shares = Tensor.of(new float[] {0, 0, 1, 1, 0, 0}, 2, 3);
            for (var loss : LossParameters.losses(Task.Kind.CLASSIFICATION).all()) {
                assertThat(loss.each(outputs, shares, Task.Kind.CLASSIFICATION).floats())
                        .as(loss.name())
                        .containsExactly(
                                loss.each(outputs, labels, Task.Kind.CLASSIFICATION)
                                        .floats(),
                                offset(1e-6f));
            }
        }
    }

    /** ln of the share of the first number among the exponentials: of the chosen one, 1-based from the end. */
    private static double logShare(double a, double b, double c, int which) {
        double chosen = which == 1 ? a : which == 2 ? c : b;
        return chosen - Math.log(Math.exp(a) + Math.exp(b) + Math.exp(c));
    }
}

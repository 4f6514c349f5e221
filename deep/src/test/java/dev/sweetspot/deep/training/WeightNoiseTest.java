package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.network.Transfer;
import dev.sweetspot.deep.network.Weights;
import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.network.layer.Weight;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import dev.sweetspot.study.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightNoiseTest {
    private static final int SIDE = 12;
    private static final long SEED = 5;
    private static final double RATE = 0.01;
    private static final ImageSet SET = Squares.images(96, SIDE);

    /** Nothing in it draws but the noise. */
    private static final Network NETWORK = new Network(
            new Shape.Image(SIDE, SIDE, 3),
            List.of(
                    new Convolution(8, 3, true),
                    new Activation(ActivationFunction.RELU),
                    new Convolution(16, 3, true),
                    new Flatten(),
                    new Dense(2)));

    private static Training training(
            double noise, Precision precision, Optional<Snapshot> from, Optional<Transfer> transfer) {
        var recipe = new Recipe(
                new CrossEntropy(0),
                new Sgd(0, false),
                new Rate(RATE, 0, new Constant()),
                new Regularization(0, 0, 0, 0, 0, noise),
                32);
        return new Training(NETWORK, recipe, Squares.setting(SET, 1, precision), SEED, 10, from, transfer);
    }

    private static Training training(double noise, Precision precision) {
        return training(noise, precision, Optional.empty(), Optional.empty());
    }

    /** With the draws of the first step, added in doubles: biases stay. */
    private static float[] disturbed(float[] weights, double deviation) {
        var draws = new Draws(Seeds.of(SEED, 0, Seeds.Purpose.SAMPLER));
        var result = weights.clone();
        for (var placed : Weights.of(NETWORK)) {
            if (placed.role() == Weight.Role.KERNEL) {
                int start = (int) placed.start();
                int end = (int) (start + placed.size());
                double squares = 0;
                for (int i = start; i < end; i++) {
                    squares += (double) weights[i] * weights[i];
                }
                double spread = Math.sqrt(squares / placed.size());
                float[] normal;
                try (var scope = Scope.open()) {
                    assertThat(scope).isNotNull();
                    normal = Operations.noise(Tensor.zeros(ElementType.FLOAT32, placed.size()), 1, draws)
                            .floats();
                }
                for (int i = start; i < end; i++) {
                    result[i] = (float) (weights[i] + deviation * spread * normal[i - start]);
                }
            }
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.15, 0.3})
    void aStepGoesFromTheWeightsThemselvesAlongTheGradientsOfWeightsWithNoise(double deviation)
            throws InterruptedException {
        try (var noisy = training(deviation, Precision.FLOAT32);
                var plain = training(0, Precision.FLOAT32)) {
            var first = noisy.state();
            var with = disturbed(first.weights(), deviation);
            plain.set(new Module.State(with, first.statistics()));
            double loss = plain.advance(1, Long.MAX_VALUE).loss();
            var there = plain.state().weights();

            assertThat(noisy.advance(1, Long.MAX_VALUE).loss()).isCloseTo(loss, within(1e-4));
            var actual = noisy.state().weights();
            double moved = 0;
            for (int i = 0; i < actual.length; i++) {
                double step = there[i] - with[i];
                moved = Math.max(moved, Math.abs(step));
                assertThat((double) actual[i] - first.weights()[i]).isCloseTo(step, within(2e-6));
            }
            assertThat(moved).isGreaterThan(1e-3);
        }
    }

    private static double[] added(Module module, double deviation, Draws draws) {
        try (var scope = Scope.open();
                var noise = new WeightNoise(deviation, module, 0)) {
            assertThat(scope).isNotNull();
            var before = module.weights().floats();
            var seen = new float[1][];
            noise.during(draws, () -> {
                seen[0] = module.weights().floats();
                return module.weights();
            });
            assertThat(module.weights().floats()).isEqualTo(before);
            var difference = new double[before.length];
            Arrays.setAll(difference, i -> seen[0][i] - before[i]);
            return difference;
        }
    }

    @Test
    void noiseIsNormalInUnitsOfEachKernelsSpreadAndAnewEachTime() {
        // The second kernel is larger than what is drawn at once.
        var network = new Network(new Shape.Row(40), List.of(new Dense(500), new Dense(400), new Dense(300)));
        var first = Weights.initial(network, new SplittableRandom(3));
        try (var module = new Module(network, first, ElementType.FLOAT32)) {
            var draws = new Draws(9);
            var once = added(module, 0.2, draws);
            var twice = added(module, 0.2, draws);
            for (var placed : Weights.of(network)) {
                int start = (int) placed.start();
                int size = (int) placed.size();
                if (placed.role() != Weight.Role.KERNEL) {
                    assertThat(Arrays.copyOfRange(once, start, start + size)).containsOnly(0);
                    continue;
                }
                double spread = 0;
                double mean = 0;
                double square = 0;
                double fourth = 0;
                double product = 0;
                double next = 0;
                for (int i = start; i < start + size; i++) {
                    spread += (double) first[i] * first[i] / size;
                    mean += once[i] / size;
                    square += once[i] * once[i] / size;
                    fourth += Math.pow(once[i], 4) / size;
                    product += once[i] * twice[i] / size;
                    next += i > start ? once[i] * once[i - 1] / size : 0;
                }
                double variance = 0.04 * spread;
                double error = 5 / Math.sqrt(size);
                assertThat(mean / Math.sqrt(variance)).isCloseTo(0, within(error));
                assertThat(square / variance).isCloseTo(1, within(error * Math.sqrt(2)));
                assertThat(fourth / (variance * variance)).isCloseTo(3, within(error * Math.sqrt(96)));
                assertThat(product / variance).isCloseTo(0, within(error));
                assertThat(next / variance).isCloseTo(0, within(error));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void itLearnsInEitherPrecisionAndGoesOnFromASnapshotBitForBit(Precision precision) throws InterruptedException {
        try (var straight = training(0.2, precision);
                var first = training(0.2, precision);
                var plain = training(0, precision)) {
            double before = straight.advance(3, Long.MAX_VALUE).loss();
            straight.advance(3, Long.MAX_VALUE);
            first.advance(3, Long.MAX_VALUE);
            try (var second = training(0.2, precision, Optional.of(first.snapshot()), Optional.empty())) {
                // What is asked for between has no noise, and leaves none behind.
                assertThat(second.predict(new int[] {0, 1})).isEqualTo(second.predict(new int[] {0, 1}));
                second.advance(3, Long.MAX_VALUE);
                assertThat(second.state().sameAs(straight.state())).isTrue();
            }
            plain.advance(3, Long.MAX_VALUE);
            plain.advance(3, Long.MAX_VALUE);
            assertThat(plain.state().sameAs(straight.state())).isFalse();
            double after = before;
            for (int epoch = 0; epoch < 8; epoch++) {
                after = straight.advance(3, Long.MAX_VALUE).loss();
            }
            assertThat(after).isLessThan(before);
        }
    }

    @Test
    void whatIsFrozenHasNoNoise() throws InterruptedException {
        var statistics = new float[Weights.statisticsCount(NETWORK)];
        var start = new Module.State(Weights.initial(NETWORK, new SplittableRandom(8)), statistics);
        int body = Transfer.Freeze.BODY.layers(NETWORK);
        try (var module = new Module(NETWORK, start.weights(), ElementType.FLOAT32);
                var noise = new WeightNoise(0.3, module, body)) {
            noise.during(new Draws(1), () -> {
                var seen = module.weights().floats();
                for (var placed : Weights.of(NETWORK)) {
                    boolean head = placed.layer() == NETWORK.layers().size() - 1 && placed.role() == Weight.Role.KERNEL;
                    int from = (int) placed.start();
                    int to = (int) (from + placed.size());
                    assertThat(Arrays.equals(seen, from, to, start.weights(), from, to))
                            .as(placed.path())
                            .isEqualTo(!head);
                }
                return module.weights();
            });
        }
        try (var training =
                training(0.3, Precision.FLOAT32, Optional.empty(), Optional.of(new Transfer(start, body, 1)))) {
            training.advance(2, Long.MAX_VALUE);
            var learnt = training.state().weights();
            for (var placed : Weights.of(NETWORK)) {
                int from = (int) placed.start();
                int to = (int) (from + placed.size());
                assertThat(Arrays.equals(learnt, from, to, start.weights(), from, to))
                        .as(placed.path())
                        .isEqualTo(placed.layer() < body);
            }
        }
    }

    @Test
    void theWeightsComeBackWhereTheLossCannotBeComputed() {
        var first = Weights.initial(NETWORK, new SplittableRandom(8));
        try (var module = new Module(NETWORK, first, ElementType.FLOAT32);
                var noise = new WeightNoise(0.3, module, 0)) {
            assertThatThrownBy(() -> noise.during(new Draws(1), () -> {
                        throw new IllegalStateException("no memory");
                    }))
                    .hasMessage("no memory");
            assertThat(module.weights().floats()).isEqualTo(first);
        }
    }

    @Test
    void memoryForTheWeightsAsTheyWereIsCounted() {
        assertThat(new Regularization(0, 0, 0, 0, 0, 0.1).slots())
                .isEqualTo(new Regularization(0, 0, 0, 0, 0, 0).slots() + 1);
    }
}

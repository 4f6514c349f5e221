package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.ImageSet;
import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.deep.training.loss.CrossEntropy;
import dev.sweetspot.deep.training.optimizer.Layout;
import dev.sweetspot.deep.training.optimizer.Sgd;
import dev.sweetspot.deep.training.schedule.Constant;
import dev.sweetspot.deep.training.schedule.Rate;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the formulas written out in doubles. */
class RegularizationTest {
    private static final ImageSet SET = Squares.images(64, 12);
    private static final float[] WEIGHTS = {2, -0.5f, 0, 3};
    private static final float[] SLOPES = {0.1f, 0.2f, -0.3f, 0.4f};
    private static final int KERNELS = 3;

    @ParameterizedTest
    @CsvSource({"0.1, 0, 0", "0, 0.2, 0", "0.1, 0.2, 0", "0, 0, 0.3", "0, 0, 5", "0.1, 0.2, 0.3"})
    void penaltiesAreForKernelsAndTheLengthIsForAll(double l1, double l2, double clip) {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var gradients = Tensor.of(SLOPES, 4);
            new Regularization(0, l1, l2, clip, 0, 0).applyTo(gradients, Tensor.of(WEIGHTS, 4), Layout.of(4, KERNELS));
            var expected = new double[4];
            double squares = 0;
            for (int i = 0; i < 4; i++) {
                expected[i] = SLOPES[i] + (i < KERNELS ? l1 * Math.signum(WEIGHTS[i]) + l2 * WEIGHTS[i] : 0);
                squares += expected[i] * expected[i];
            }
            double factor = clip > 0 ? Math.min(1, clip / (Math.sqrt(squares) + 1e-6)) : 1;
            for (int i = 0; i < 4; i++) {
                assertThat((double) gradients.floats()[i]).isCloseTo(expected[i] * factor, offset(1e-6));
            }
        }
    }

    private static Training training(double ema, Optional<Snapshot> from) {
        var recipe = new Recipe(
                new CrossEntropy(0),
                new Sgd(0.9, false),
                new Rate(0.05, 0, new Constant()),
                new Regularization(1e-3, 0, 0, 0, ema, 0),
                32);
        return new Training(Squares.cnn(12, 4), recipe, Squares.setting(SET, 1, Precision.FLOAT32), 5, 50, from);
    }

    @Test
    void theAverageFollowsTheWeightsAsItsFormulaSays() throws InterruptedException {
        try (var plain = training(0, Optional.empty());
                var averaged = training(0.9, Optional.empty())) {
            var expected = doubles(plain.state());
            for (int step = 1; step <= 12; step++) {
                plain.advance(1, Long.MAX_VALUE);
                averaged.advance(1, Long.MAX_VALUE);
                var live = doubles(plain.state());
                double kept = Math.min(0.9, (1.0 + step) / (10.0 + step));
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = kept * expected[i] + (1 - kept) * live[i];
                }
            }
            var actual = doubles(averaged.state());
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], offset(1e-5 * Math.max(1, Math.abs(expected[i]))));
            }
            // What is trained is not the average, and what predicts is.
            assertThat(averaged.snapshot().state().sameAs(plain.state())).isTrue();
            var rows = averaged.predict(new int[] {0, 1, 2});
            plain.set(averaged.state());
            assertThat(plain.predict(new int[] {0, 1, 2})).isEqualTo(rows);
        }
    }

    private static double[] doubles(Module.State state) {
        var all = new ArrayList<Double>();
        for (float value : state.weights()) {
            all.add((double) value);
        }
        for (float value : state.statistics()) {
            all.add((double) value);
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void anAverageGoesOnFromASnapshotBitForBit() throws InterruptedException {
        try (var straight = training(0.99, Optional.empty());
                var first = training(0.99, Optional.empty())) {
            straight.advance(2, Long.MAX_VALUE);
            straight.advance(2, Long.MAX_VALUE);
            first.advance(2, Long.MAX_VALUE);
            try (var second = training(0.99, Optional.of(first.snapshot()))) {
                second.advance(2, Long.MAX_VALUE);
                assertThat(second.state().sameAs(straight.state())).isTrue();
            }
        }
    }
}

package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the formulas written out in doubles; gradients against finite differences of those. */
class OperationsTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 3;
    private static final double EPSILON = 1e-5;

    private static float[] numbers(long seed, int count) {
        var random = new SplittableRandom(seed);
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextDouble() * 4 - 2);
        }
        return values;
    }

    /** The mean over rows of -sum(target ln softmax), the target being one class with a share spread over all. */
    private static double crossEntropy(double[] logits, long[] labels, double smoothing) {
        double loss = 0;
        for (int row = 0; row < ROWS; row++) {
            double total = 0;
            for (int c = 0; c < COLUMNS; c++) {
                total += Math.exp(logits[row * COLUMNS + c]);
            }
            for (int c = 0; c < COLUMNS; c++) {
                double target = smoothing / COLUMNS + (labels[row] == c ? 1 - smoothing : 0);
                loss -= target * (logits[row * COLUMNS + c] - Math.log(total)) / ROWS;
            }
        }
        return loss;
    }

    private static double[] differences(double[] at, ToDoubleFunction<double[]> function) {
        var gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            var up = at.clone();
            var down = at.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            gradient[i] = (function.applyAsDouble(up) - function.applyAsDouble(down)) / 2e-5;
        }
        return gradient;
    }

    private static double[] doubles(float[] values) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = values[i];
        }
        return result;
    }

    private static void assertClose(float[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).as("number %s", i).isCloseTo(expected[i], within(2e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5})
    void crossEntropySpreadsAShareOfItsTarget(double smoothing) {
        var labels = new long[] {0, 2, 1, 1, 0};
        var values = numbers(1, ROWS * COLUMNS);
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var gradient = Tensor.zeros(ElementType.FLOAT32, ROWS, COLUMNS);
            var logits = Tensor.of(values, ROWS, COLUMNS).withGradient(gradient);
            var loss = Operations.crossEntropy(logits, Tensor.of(labels), smoothing);
            loss.backward();

            assertThat((double) loss.item()).isCloseTo(crossEntropy(doubles(values), labels, smoothing), within(1e-6));
            assertClose(gradient.floats(), differences(doubles(values), at -> crossEntropy(at, labels, smoothing)));
        }
    }

    /** Each column less its mean, by its deviation (of the whole, not of a sample), times scale plus shift. */
    private static double[] normalized(double[] x, float[] scale, float[] shift) {
        var out = new double[x.length];
        for (int c = 0; c < COLUMNS; c++) {
            double mean = 0;
            for (int row = 0; row < ROWS; row++) {
                mean += x[row * COLUMNS + c] / ROWS;
            }
            double variance = 0;
            for (int row = 0; row < ROWS; row++) {
                variance += Math.pow(x[row * COLUMNS + c] - mean, 2) / ROWS;
            }
            for (int row = 0; row < ROWS; row++) {
                out[row * COLUMNS + c] =
                        (x[row * COLUMNS + c] - mean) / Math.sqrt(variance + EPSILON) * scale[c] + shift[c];
            }
        }
        return out;
    }

    @Test
    void batchNormalisationUsesTheBatchWhileTraining() {
        var labels = new long[] {0, 2, 1, 1, 0};
        var values = numbers(2, ROWS * COLUMNS);
        var scale = new float[] {1, 0.5f, -2};
        var shift = new float[] {0, 1, 0.25f};
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var gradient = Tensor.zeros(ElementType.FLOAT32, ROWS, COLUMNS);
            var x = Tensor.of(values, ROWS, COLUMNS).withGradient(gradient);
            var mean = Tensor.zeros(ElementType.FLOAT32, COLUMNS);
            var variance = Tensor.of(new float[] {1, 1, 1}, COLUMNS);
            var out = Operations.batchNorm(
                    x, Tensor.of(scale, COLUMNS), Tensor.of(shift, COLUMNS), mean, variance, true, 0.1, EPSILON);
            Operations.crossEntropy(out, Tensor.of(labels), 0).backward();

            assertClose(out.floats(), normalized(doubles(values), scale, shift));
            assertClose(
                    gradient.floats(),
                    differences(doubles(values), at -> crossEntropy(normalized(at, scale, shift), labels, 0)));
            for (int c = 0; c < COLUMNS; c++) {
                double average = 0;
                for (int row = 0; row < ROWS; row++) {
                    average += values[row * COLUMNS + c] / (double) ROWS;
                }
                double spread = 0;
                for (int row = 0; row < ROWS; row++) {
                    spread += Math.pow(values[row * COLUMNS + c] - average, 2) / (ROWS - 1);
                }
                assertThat((double) mean.floats()[c]).isCloseTo(0.1 * average, within(1e-6));
                assertThat((double) variance.floats()[c]).isCloseTo(0.9 + 0.1 * spread, within(1e-5));
            }
        }
    }

    @Test
    void batchNormalisationUsesWhatItHasSeenAfterwards() {
        var values = numbers(3, ROWS * COLUMNS);
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var mean = Tensor.of(new float[] {0.5f, -1, 0}, COLUMNS);
            var variance = Tensor.of(new float[] {4, 0.25f, 1}, COLUMNS);
            var out = Operations.batchNorm(
                            Tensor.of(values, ROWS, COLUMNS),
                            Tensor.of(new float[] {1, 1, 2}, COLUMNS),
                            Tensor.of(new float[] {0, 0, 3}, COLUMNS),
                            mean,
                            variance,
                            false,
                            0.1,
                            EPSILON)
                    .floats();
            for (int row = 0; row < ROWS; row++) {
                assertThat((double) out[row * COLUMNS]).isCloseTo((values[row * COLUMNS] - 0.5) / 2, within(1e-5));
                assertThat((double) out[row * COLUMNS + 2]).isCloseTo(values[row * COLUMNS + 2] * 2 + 3, within(1e-4));
            }
            assertThat(mean.floats()).containsExactly(0.5f, -1, 0);
        }
    }

    @Test
    void aBatchOfOneImageIsNormalisedOverItsPixels() {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var x = Tensor.of(new float[] {1, 2, 3, 4}, 1, 2, 2, 1).channelsLastView();
            var out = Operations.batchNorm(
                            x,
                            Tensor.of(new float[] {1}, 1),
                            Tensor.of(new float[] {0}, 1),
                            Tensor.of(new float[] {0}, 1),
                            Tensor.of(new float[] {1}, 1),
                            true,
                            0.1,
                            EPSILON)
                    .floats();
            double deviation = Math.sqrt(1.25 + EPSILON);

            assertThat((double) out[0]).isCloseTo(-1.5 / deviation, within(1e-5));
            assertThat((double) out[3]).isCloseTo(1.5 / deviation, within(1e-5));
        }
    }
}

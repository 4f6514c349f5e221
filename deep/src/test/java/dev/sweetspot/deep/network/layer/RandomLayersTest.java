package dev.sweetspot.deep.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.deep.network.Module;
import dev.sweetspot.deep.network.Network;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens while training alone. Bounds are six deviations of what is counted: an error once in 500 million runs. */
class RandomLayersTest {
    private static final int ITEMS = 200;
    private static final Shape IMAGE = new Shape.Image(4, 4, 10);

    private static float[] ones(Layer layer, Shape shape, boolean training, ElementType precision) {
        try (var scope = Scope.open();
                var module = new Module(new Network(shape, List.of(layer)), new float[0], precision)) {
            assertThat(scope).isNotNull();
            var x = shape instanceof Shape.Image image
                    ? Tensor.zeros(ElementType.FLOAT32, ITEMS, image.height(), image.width(), image.channels())
                    : Tensor.zeros(ElementType.FLOAT32, ITEMS, shape.size());
            x.setAll(1);
            var in = shape instanceof Shape.Image ? x.channelsLastView() : x;
            var out = module.forward(in.as(precision), training, new Draws(3)).as(ElementType.FLOAT32);
            return (shape instanceof Shape.Image ? Operations.flatten(out) : out)
                    .copy()
                    .floats();
        }
    }

    @Test
    void wholeChannelsAreDropped() {
        var values = ones(new SpatialDropout(0.4), IMAGE, true, ElementType.FLOAT32);
        int dropped = 0;
        for (int item = 0; item < ITEMS; item++) {
            for (int channel = 0; channel < 10; channel++) {
                float first = values[item * 160 + channel];
                dropped += first == 0 ? 1 : 0;
                for (int place = 0; place < 16; place++) {
                    assertThat(values[item * 160 + place * 10 + channel]).isEqualTo(first);
                }
                assertThat(first == 0 || Math.abs(first - 1 / 0.6) < 1e-6).isTrue();
            }
        }
        assertThat(dropped / 2000.0).isCloseTo(0.4, within(6 * Math.sqrt(0.24 / 2000)));
    }

    @Test
    void theBodyIsLeftOutForWholeItems() {
        var values = ones(
                new Residual(List.of(new Activation(ActivationFunction.RELU)), List.of(), 0.25),
                IMAGE,
                true,
                ElementType.FLOAT32);
        int left = 0;
        for (int item = 0; item < ITEMS; item++) {
            float first = values[item * 160];
            left += first == 1 ? 1 : 0;
            assertThat(first == 1 || Math.abs(first - (1 + 1 / 0.75)) < 1e-6).isTrue();
            for (float value : Arrays.copyOfRange(values, item * 160, item * 160 + 160)) {
                assertThat(value).isEqualTo(first);
            }
        }
        assertThat(left / 200.0).isCloseTo(0.25, within(6 * Math.sqrt(0.1875 / 200)));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT32", "BFLOAT16"})
    void noiseHasItsDeviation(ElementType precision) {
        var values = ones(new Noise(0.3), IMAGE, true, precision);
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value - 1;
            squares += (value - 1) * (value - 1);
        }
        int n = values.length;
        assertThat(sum / n).isCloseTo(0, within(6 * 0.3 / Math.sqrt(n)));
        // The variance of a variance of normal draws is 2 / n of its square.
        assertThat(squares / n).isCloseTo(0.09, within(6 * 0.09 * Math.sqrt(2.0 / n) + 1e-4));
        assertThat(values[0]).isNotEqualTo(values[1]);
    }

    @Test
    void nothingIsRandomWhenPredicting() {
        for (var layer : List.of(
                new SpatialDropout(0.4),
                new Dropout(0.5),
                new Noise(0.3),
                new Residual(List.of(new Dropout(0.5)), List.of(), 0.5))) {
            float expected = layer instanceof Residual ? 2 : 1;
            assertThat(ones(layer, IMAGE, false, ElementType.FLOAT32)).containsOnly(expected);
        }
    }

    @Test
    void aSingleValueOfAChannelIsNormalisedByWhatWasSeenBefore() {
        var network = new Network(new Shape.Row(2), List.of(new BatchNorm()));
        try (var scope = Scope.open();
                var module = new Module(network, new float[] {1, 1, 0, 0}, ElementType.FLOAT32)) {
            assertThat(scope).isNotNull();
            var draws = new Draws(1);
            module.forward(Tensor.of(new float[] {1, 10, 3, 30}, 2, 2), true, draws);
            // Means 2 and 20, variances of a sample 2 and 200; a tenth of them is new.
            var seen = new float[] {0.2f, 2, 1.1f, 20.9f};
            assertThat(module.statistics().floats())
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(seen);

            var out = module.forward(Tensor.of(new float[] {1, 10}, 1, 2), true, draws)
                    .floats();
            assertThat(module.statistics().floats())
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(seen);
            assertThat((double) out[0]).isCloseTo(0.8 / Math.sqrt(1.1 + 1e-5), within(1e-5));
            assertThat((double) out[1]).isCloseTo(8 / Math.sqrt(20.9 + 1e-5), within(1e-5));
        }
    }

    /** A sequence gives the same whoever its neighbours are and however much padding stands behind it. */
    @Test
    void aSequenceKnowsNothingOfItsNeighbours() {
        var layers = List.<Layer>of(
                new SequenceConvolution(6, 3, 1, 1, 1, true),
                new BatchNorm(),
                new Activation(ActivationFunction.RELU),
                new MaxPool(2),
                new Residual(List.of(new SequenceConvolution(6, 5, 1, 2, 1, true), new GroupNorm(3)), List.of()),
                new Gate(List.of(new GlobalAverage(), new Dense(6), new Activation(ActivationFunction.SIGMOID))),
                new Lstm(5, true, true),
                new Gru(4, true, false),
                new Dense(3));
        var network = new Network(new Shape.Sequence(12, 2), layers);
        var initial = dev.sweetspot.deep.network.Weights.initial(network, new java.util.SplittableRandom(4));
        try (var scope = Scope.open();
                var module = new Module(network, initial, ElementType.FLOAT32)) {
            assertThat(scope).isNotNull();
            var random = new java.util.SplittableRandom(5);
            int[] lengths = {12, 7, 4, 2};
            var batch = new float[4 * 12 * 2];
            for (int i = 0; i < batch.length; i++) {
                batch[i] = (float) random.nextDouble() * 4 - 2;
            }
            var together = module.forward(
                            Signal.of(Tensor.of(batch, 4, 12, 2), new Lengths(12, 7, 4, 2)), false, new Draws(1))
                    .values()
                    .copy()
                    .floats();
            for (int i = 0; i < 4; i++) {
                var own = Arrays.copyOfRange(batch, i * 24, i * 24 + lengths[i] * 2);
                var alone = module.forward(Tensor.of(own, 1, lengths[i], 2), false, new Draws(1))
                        .floats();
                assertThat(Arrays.copyOfRange(together, i * 3, i * 3 + 3))
                        .usingComparatorWithPrecision(1e-5f)
                        .containsExactly(alone);
            }
        }
    }
}

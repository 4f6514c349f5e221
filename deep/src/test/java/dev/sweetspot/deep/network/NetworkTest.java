package dev.sweetspot.deep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.deep.network.layer.Activation;
import dev.sweetspot.deep.network.layer.ActivationFunction;
import dev.sweetspot.deep.network.layer.BatchNorm;
import dev.sweetspot.deep.network.layer.Convolution;
import dev.sweetspot.deep.network.layer.Dense;
import dev.sweetspot.deep.network.layer.Flatten;
import dev.sweetspot.deep.network.layer.Layer;
import dev.sweetspot.deep.network.layer.Lstm;
import dev.sweetspot.deep.network.layer.MaxPool;
import dev.sweetspot.deep.network.layer.Shape;
import dev.sweetspot.deep.tensor.Draws;
import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Operations;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private static final Shape IMAGE = new Shape.Image(8, 6, 3);

    @Test
    void parametersAreCountedByHand() {
        var network = new Network(
                IMAGE,
                List.of(new Convolution(4, 3, false), new BatchNorm(), new MaxPool(2), new Flatten(), new Dense(5)));
        // Kernel 4 x 3 x 3 x 3, scale and shift of 4, then 4 x 3 x 4 = 48 inputs to 5 outputs with a bias each.
        assertThat(network.parameterCount()).isEqualTo(108 + 8 + 48 * 5 + 5);
        // The kernel at each of 8 x 6 places, and each of the 48 inputs for each of the 5 outputs.
        assertThat(network.products()).isEqualTo(108 * 48 + 48 * 5);
        assertThat(network.outputs()).isEqualTo(5);
        assertThat(NetworkForms.fromForm(Json.parse(Json.write(NetworkForms.toForm(network)), "t")))
                .isEqualTo(network);
    }

    @Test
    void aRecurrentLayerFormsItsProductsAtEachMoment() {
        var series = new Shape.Sequence(10, 3);
        long once = 4 * 5 * (3 + 5);
        assertThat(new Network(series, List.of(new Lstm(5, false, false))).products())
                .isEqualTo(10 * once);
        assertThat(new Network(series, List.of(new Lstm(5, true, true))).products())
                .isEqualTo(10 * 2 * once);
    }

    @Test
    void aShapeThatDoesNotFitIsNamedBeforeAnythingRuns() {
        assertThatThrownBy(() -> new Network(IMAGE, List.of(new Dense(2))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("layer 1 (dense) = an image of 8 x 6 x 3: needs a row of numbers. Maybe put flatten or "
                        + "global_average before it?");
        assertThatThrownBy(
                        () -> new Network(IMAGE, List.of(new MaxPool(4), new MaxPool(2), new Flatten(), new Dense(2))))
                .hasMessageContaining("layer 2 (max_pool)");
    }

    @Test
    void aConvolutionAgreesWithTheSumWrittenOut() {
        var network = new Network(new Shape.Image(3, 3, 2), List.of(new Convolution(1, 3, true), new Flatten()));
        var initial = new float[19];
        for (int i = 0; i < initial.length; i++) {
            initial[i] = (i * 7 % 11 - 5) / 10f;
        }
        var input = new float[18];
        for (int i = 0; i < input.length; i++) {
            input[i] = i % 5 - 2;
        }
        try (var scope = Scope.open();
                var module = new Module(network, initial, ElementType.FLOAT32)) {
            var draws = new Draws(1);
            assertThat(scope).isNotNull();
            var x = Tensor.of(input, 1, 3, 3, 2).channelsLastView();
            var out = module.forward(x, false, draws).as(ElementType.FLOAT32).floats();
            for (int y = 0; y < 3; y++) {
                for (int column = 0; column < 3; column++) {
                    assertThat(out[y * 3 + column]).isCloseTo(sum(initial, input, y, column), within());
                }
            }
        }
    }

    @Test
    void reluBeforePoolingGivesTheSameValuesAndGradientsAsWritten() {
        var layers = List.<Layer>of(new Activation(ActivationFunction.RELU), new MaxPool(2), new Flatten());
        var input = new float[4 * 4 * 2];
        for (int i = 0; i < input.length; i++) {
            input[i] = i * 7 % 13 - 8;
        }
        try (var scope = Scope.open();
                var module =
                        new Module(new Network(new Shape.Image(4, 4, 2), layers), new float[0], ElementType.FLOAT32)) {
            var draws = new Draws(1);
            assertThat(scope).isNotNull();
            var x = Tensor.of(input, 1, 4, 4, 2);
            var gradient = Tensor.zeros(ElementType.FLOAT32, 1, 4, 4, 2);
            x.withGradient(gradient);
            var out = module.forward(x.channelsLastView(), true, draws);
            // The loss -ln softmax of the first value gives each output a gradient of its own.
            Operations.crossEntropy(out, Tensor.of(0L), 0).backward();
            var values = out.floats();
            var share = new double[8];
            double total = 0;
            for (float value : values) {
                total += Math.exp(value);
            }
            for (int i = 0; i < 8; i++) {
                share[i] = Math.exp(values[i]) / total - (i == 0 ? 1 : 0);
            }
            for (int tile = 0; tile < 8; tile++) {
                int best = place(tile, 0);
                for (int k = 1; k < 4; k++) {
                    best = input[place(tile, k)] > input[best] ? place(tile, k) : best;
                }
                assertThat(values[tile]).isEqualTo(Math.max(0, input[best]));
                for (int k = 0; k < 4; k++) {
                    boolean carries = place(tile, k) == best && input[best] > 0;
                    assertThat((double) gradient.floats()[place(tile, k)])
                            .isCloseTo(carries ? share[tile] : 0, Offset.offset(1e-6));
                }
            }
        }
    }

    /** Where the k-th value of a 2 x 2 tile lies in a 4 x 4 image of two channels. */
    private static int place(int tile, int k) {
        int row = tile / 4 * 2 + k / 2;
        int column = tile / 2 % 2 * 2 + k % 2;
        return (row * 4 + column) * 2 + tile % 2;
    }

    private static Offset<Float> within() {
        return Offset.offset(1e-5f);
    }

    /** The kernel lies as rows, columns, channels, as the weights' places say. */
    private static float sum(float[] kernel, float[] input, int y, int x) {
        float sum = kernel[18];
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                for (int c = 0; c < 2; c++) {
                    boolean inside = y + dy >= 0 && y + dy < 3 && x + dx >= 0 && x + dx < 3;
                    sum += inside
                            ? kernel[((dy + 1) * 3 + dx + 1) * 2 + c] * input[((y + dy) * 3 + x + dx) * 2 + c]
                            : 0;
                }
            }
        }
        return sum;
    }
}

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
import java.util.List;
import org.junit.jupiter.api.Test;

class SpectralNormTest {
    private static Module module(float... weights) {
        return new Module(
                new Network(new Shape.Row(2), List.of(new SpectralNorm(new Dense(2)))), weights, ElementType.FLOAT32);
    }

    /** {{3, 0}, {4, 5}} has the singular values 3 sqrt(5) and sqrt(5). */
    @Test
    void theKernelIsDividedByItsLargestSingularValue() {
        try (var scope = Scope.open();
                var module = module(3, 0, 4, 5, 0, 0)) {
            assertThat(scope).isNotNull();
            var x = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
            for (int i = 0; i < 30; i++) {
                module.forward(x, true, new Draws(1));
            }
            double largest = 3 * Math.sqrt(5);
            var out = module.forward(x, false, new Draws(1)).floats();
            assertThat((double) out[0]).isCloseTo(3 / largest, within(1e-5));
            assertThat((double) out[1]).isCloseTo(4 / largest, within(1e-5));
            assertThat((double) out[2]).isCloseTo(0, within(1e-6));
            assertThat((double) out[3]).isCloseTo(5 / largest, within(1e-5));
        }
    }

    /** Of {@code W / s} with s held to the singular vectors u and v, the gradient of {@code sum(W / s)} is {@code 1 / s - sum(W) u v' / s^2}. */
    @Test
    void theGradientSeesTheDivision() {
        try (var scope = Scope.open();
                var module = module(3, 0, 4, 5, 0, 0)) {
            assertThat(scope).isNotNull();
            var x = Tensor.of(new float[] {1, 0, 0, 1}, 2, 2);
            for (int i = 0; i < 30; i++) {
                module.forward(x, true, new Draws(1));
            }
            module.gradients().setAll(0);
            var out = module.forward(x, true, new Draws(1));
            Operations.dense(out.reshaped(1, 4), Tensor.of(new float[] {1, 1, 1, 1}, 1, 4), Tensor.of(new float[1], 1))
                    .reshaped()
                    .backward();
            double s = 3 * Math.sqrt(5);
            double[] u = {1 / Math.sqrt(10), 3 / Math.sqrt(10)};
            double[] v = {1 / Math.sqrt(2), 1 / Math.sqrt(2)};
            var gradient = module.gradients().floats();
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    assertThat((double) gradient[2 * i + j])
                            .isCloseTo(1 / s - 12 / (s * s) * u[i] * v[j], within(1e-4));
                }
            }
        }
    }

    @Test
    void predictingLeavesTheVectorAlone() {
        try (var scope = Scope.open();
                var module = module(3, 0, 4, 5, 0, 0)) {
            assertThat(scope).isNotNull();
            var x = Tensor.of(new float[] {1, 2}, 1, 2);
            var first = module.forward(x, false, new Draws(1)).floats();
            assertThat(module.statistics().floats()).containsExactly(1, 1);
            assertThat(module.forward(x, false, new Draws(1)).floats()).containsExactly(first);
        }
    }
}

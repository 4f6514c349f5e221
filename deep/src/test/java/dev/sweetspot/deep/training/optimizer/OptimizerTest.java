package dev.sweetspot.deep.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.deep.tensor.ElementType;
import dev.sweetspot.deep.tensor.Gradients;
import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Against the formulas written out in doubles: two weights, of which the first is a kernel and decays. */
class OptimizerTest {
    private static final double[] GRADIENTS = {0.5, -1.25};

    private interface Formula {
        void step(double[] weights, double[] gradients, int step);
    }

    private static void compare(Optimizer optimizer, double rate, double decay, Formula formula) {
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var weights = Tensor.of(new float[] {1, 2}, 2);
            var expected = new double[] {1, 2};
            var slots = new ArrayList<Tensor>();
            for (int i = 0; i < optimizer.slots(); i++) {
                slots.add(Tensor.zeros(ElementType.FLOAT32, 2));
            }
            for (int step = 1; step <= 5; step++) {
                var gradients = new double[] {GRADIENTS[0] * step, GRADIENTS[1]};
                var tensor = Tensor.of(new float[] {(float) gradients[0], (float) gradients[1]}, 2);
                optimizer.step(weights, tensor, slots, new Optimizer.Step(step, rate, decay, Layout.of(2, 1)));
                formula.step(expected, gradients, step);
                for (int i = 0; i < 2; i++) {
                    assertThat((double) weights.floats()[i]).isCloseTo(expected[i], offset(1e-5));
                }
            }
        }
    }

    @Test
    void momentumFollowsItsFormula() {
        var velocity = new double[2];
        compare(new Sgd(0.9, false), 0.1, 0.01, (w, g, step) -> {
            for (int i = 0; i < 2; i++) {
                velocity[i] = 0.9 * velocity[i] + g[i] + (i == 0 ? 0.01 * w[i] : 0);
                w[i] -= 0.1 * velocity[i];
            }
        });
    }

    @Test
    void nesterovLooksAhead() {
        var velocity = new double[2];
        compare(new Sgd(0.8, true), 0.05, 0, (w, g, step) -> {
            for (int i = 0; i < 2; i++) {
                velocity[i] = 0.8 * velocity[i] + g[i];
                w[i] -= 0.05 * (g[i] + 0.8 * velocity[i]);
            }
        });
    }

    private static Formula adam(double decayOfGradient, double decayOfWeight) {
        var mean = new double[2];
        var square = new double[2];
        return (w, g, step) -> {
            for (int i = 0; i < 2; i++) {
                w[i] -= i == 0 ? 0.01 * decayOfWeight * w[i] : 0;
                double gradient = g[i] + (i == 0 ? decayOfGradient * w[i] : 0);
                mean[i] = 0.9 * mean[i] + 0.1 * gradient;
                square[i] = 0.99 * square[i] + 0.01 * gradient * gradient;
                double a = mean[i] / (1 - Math.pow(0.9, step));
                double b = square[i] / (1 - Math.pow(0.99, step));
                w[i] -= 0.01 * a / (Math.sqrt(b) + 1e-8);
            }
        };
    }

    @Test
    void adamFollowsItsFormula() {
        compare(new Adam(0.9, 0.99, 1e-8), 0.01, 0.1, adam(0.1, 0));
    }

    @Test
    void adamWDecaysTheWeightsThemselves() {
        compare(new AdamW(0.9, 0.99, 1e-8), 0.01, 0.1, adam(0, 0.1));
    }
}

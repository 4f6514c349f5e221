package dev.sweetspot.deep.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.deep.tensor.Scope;
import dev.sweetspot.deep.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against the formulas of the papers written out in doubles. */
class AdversarialLossTest {
    private static final float[] REAL = {2, -1, 0.5f, 0.25f};
    private static final float[] DRAWN = {-0.5f, 1, 3, -2};

    private static double mean(float[] values, DoubleUnaryOperator function) {
        double sum = 0;
        for (float value : values) {
            sum += function.applyAsDouble(value);
        }
        return sum / values.length;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static void check(AdversarialLoss loss, double ofDiscriminator, double ofGenerator) {
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var real = Tensor.of(REAL, REAL.length, 1);
            var drawn = Tensor.of(DRAWN, DRAWN.length, 1);
            assertThat((double) loss.ofDiscriminator(real, drawn).item()).isCloseTo(ofDiscriminator, within(1e-5));
            assertThat((double) loss.ofGenerator(drawn).item()).isCloseTo(ofGenerator, within(1e-5));
        }
    }

    @Test
    void nonSaturatingIsThatOfGoodfellowWithOneSidedSmoothing() {
        for (double a : new double[] {0, 0.1, 0.3}) {
            double real = mean(REAL, x -> -(1 - a) * Math.log(sigmoid(x)) - a * Math.log(1 - sigmoid(x)));
            double drawn = mean(DRAWN, x -> -Math.log(1 - sigmoid(x)));
            check(new NonSaturating(a), real + drawn, mean(DRAWN, x -> -Math.log(sigmoid(x))));
        }
    }

    @Test
    void leastSquaresIsThatOfMaoWithOneSidedSmoothing() {
        for (double a : new double[] {0, 0.2}) {
            double real = mean(REAL, x -> (x - 1 + a) * (x - 1 + a) / 2);
            check(new LeastSquares(a), real + mean(DRAWN, x -> x * x / 2), mean(DRAWN, x -> (x - 1) * (x - 1) / 2));
        }
    }

    @Test
    void hingeRestsWhereTheDiscriminatorIsSure() {
        double real = mean(REAL, x -> Math.max(0, 1 - x));
        check(new Hinge(), real + mean(DRAWN, x -> Math.max(0, 1 + x)), mean(DRAWN, x -> -x));
    }

    @Test
    void wassersteinScoresAndKeepsWeightsSmall() {
        check(new Wasserstein(0.01), mean(DRAWN, x -> x) - mean(REAL, x -> x), mean(DRAWN, x -> -x));
        try (var scope = Scope.open()) {
            assertThat(scope).isNotNull();
            var weights = Tensor.of(new float[] {-3, 0.005f, 0.02f}, 3);
            new Wasserstein(0.01).restrain(weights);
            assertThat(weights.floats()).containsExactly(-0.01f, 0.005f, 0.01f);
            new Hinge().restrain(weights);
            assertThat(Arrays.toString(weights.floats())).isEqualTo("[-0.01, 0.005, 0.01]");
        }
    }
}

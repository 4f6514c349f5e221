package dev.sweetspot.math.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedLbfgsTest {
    private static final BoundedLbfgs OPTIMIZER = new BoundedLbfgs(200, 10, 1e-8);

    /** Rosenbrock 1960: the minimum 0 lies at (1, 1) at the end of a bent valley. */
    private static double rosenbrock(double[] x, double[] gradient) {
        double a = x[1] - x[0] * x[0];
        gradient[0] = -400 * a * x[0] - 2 * (1 - x[0]);
        gradient[1] = 200 * a;
        return 100 * a * a + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void aBentValleyIsFollowedToItsEnd() {
        var found = OPTIMIZER.minimize(
                BoundedLbfgsTest::rosenbrock, new double[] {-1.2, 1}, new double[] {-5, -5}, new double[] {5, 5});

        assertThat(found.point()).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void aBoundInTheWayIsTheAnswer() {
        // With x at most 0.5 the best y is x² = 0.25.
        var found = OPTIMIZER.minimize(
                BoundedLbfgsTest::rosenbrock, new double[] {-1.2, 1}, new double[] {-5, -5}, new double[] {0.5, 5});

        assertThat(found.point()).containsExactly(new double[] {0.5, 0.25}, within(1e-4));
    }

    @Test
    void aStartOutsideIsBroughtInside() {
        var found = OPTIMIZER.minimize(
                (x, gradient) -> {
                    gradient[0] = 1;
                    return x[0];
                },
                new double[] {7},
                new double[] {2},
                new double[] {3});

        assertThat(found.point()).containsExactly(2);
        assertThat(found.value()).isEqualTo(2);
    }

    @Test
    void whereTheFunctionIsNotDefinedTheStepIsShorter() {
        var found = OPTIMIZER.minimize(
                (x, gradient) -> {
                    gradient[0] = 1 - 1 / x[0];
                    return x[0] <= 0 ? Double.NaN : x[0] - Math.log(x[0]);
                },
                new double[] {9},
                new double[] {-10},
                new double[] {10});

        assertThat(found.point()[0]).isCloseTo(1, within(1e-4));
    }
}

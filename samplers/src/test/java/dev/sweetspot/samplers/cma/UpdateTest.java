package dev.sweetspot.samplers.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.math.distribution.Normal;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Column;
import dev.sweetspot.testkit.GoldenFile;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static double[] expected(double[] golden, int from, int to) {
        return java.util.Arrays.copyOfRange(golden, from, to);
    }

    /** Three generations, computed by the formulas of the tutorial with numpy. */
    @Test
    void anUpdateIsThatOfTheTutorial() {
        var golden = GoldenFile.beside(UpdateTest.class, "cma-update.txt").numbers();
        int n = 4;
        int lambda = 9;
        double[] primes = {2, 3, 5, 7};
        var gaussian = new Gaussian(new Strategy(n, lambda), new double[] {0.5, 0.5, 0.5, 0.5}, 0.2);
        int place = 0;
        for (int generation = 0; generation < 3; generation++) {
            var points = new double[lambda][n];
            for (int i = 0; i < lambda; i++) {
                for (int k = 0; k < n; k++) {
                    points[i][k] = 0.2 + 0.6 * ((i + 1 + generation * lambda) * Math.sqrt(primes[k]) % 1);
                }
            }
            gaussian.update(points, gaussian.strategy.weights);

            assertThat(gaussian.mean).containsExactly(expected(golden, place, place + n), within(1e-10));
            assertThat(gaussian.step).isCloseTo(golden[place + n], within(1e-10));
            place += n + 1;
            for (int a = 0; a < n; a++) {
                for (int b = 0; b <= a; b++) {
                    assertThat(gaussian.covariance()[a][b]).isCloseTo(golden[place++], within(1e-9));
                }
            }
        }
        assertThat(place).isEqualTo(golden.length);
    }

    /** Three generations of the categorical part, likewise. */
    @Test
    void chancesMoveAsInCatCma() {
        var golden = GoldenFile.beside(UpdateTest.class, "catcma-update.txt").numbers();
        int[][][] generations = {
            {{0, 1}, {0, 0}, {2, 1}},
            {{0, 1}, {1, 1}, {0, 1}},
            {{2, 1}, {2, 0}, {1, 1}}
        };
        var categories = new Categories(new int[] {3, 2});
        int place = 0;
        for (var choices : generations) {
            categories.update(choices, new double[] {0.5, 0.3, 0.2});

            assertThat(categories.chances(0)).containsExactly(expected(golden, place, place + 3), within(1e-12));
            assertThat(categories.chances(1)).containsExactly(expected(golden, place + 3, place + 5), within(1e-12));
            place += 5;
        }
        assertThat(place).isEqualTo(golden.length);
    }

    /** A mean in the middle of a bin with a step so small that it would never be left. */
    @Test
    void theMarginKeepsTheChanceToLeaveABin() {
        double alpha = 0.05;
        var bins = Column.of(SearchSpace.of(Parameter.integer("n", 1, 5))).get(0);
        for (double mean : new double[] {0.5, 0.41, 0.59, 0.3}) {
            var gaussian = new Gaussian(new Strategy(1, 6), new double[] {mean}, 1e-4);
            int own = bins.index(mean);
            Margin.keep(gaussian, 0, bins, alpha);
            double below = Normal.probability((bins.low(own) - gaussian.mean[0]) / gaussian.deviation(0));
            double above = Normal.probability((gaussian.mean[0] - bins.high(own)) / gaussian.deviation(0));

            assertThat(below).isGreaterThanOrEqualTo(alpha / 2 * (1 - 1e-6));
            assertThat(above).isGreaterThanOrEqualTo(alpha / 2 * (1 - 1e-6));
            assertThat(bins.index(gaussian.mean[0])).isEqualTo(own);
        }
    }

    /** In an outer bin the mean comes so near to the only border that it is crossed with probability alpha. */
    @Test
    void inAnOuterBinTheMeanComesNear() {
        var bins = Column.of(SearchSpace.of(Parameter.integer("n", 1, 5))).get(0);
        var lowest = new Gaussian(new Strategy(1, 6), new double[] {0.02}, 0.01);
        Margin.keep(lowest, 0, bins, 0.05);
        var highest = new Gaussian(new Strategy(1, 6), new double[] {1.4}, 0.01);
        Margin.keep(highest, 0, bins, 0.05);

        assertThat(Normal.probability((lowest.mean[0] - 0.2) / 0.01)).isCloseTo(0.05, within(1e-9));
        assertThat(Normal.probability((0.8 - highest.mean[0]) / 0.01)).isCloseTo(0.05, within(1e-9));
    }

    /** A large step needs no margin: nothing moves. */
    @Test
    void whereTheChanceIsLargeNothingMoves() {
        var bins = Column.of(SearchSpace.of(Parameter.integer("n", 1, 5))).get(0);
        var gaussian = new Gaussian(new Strategy(1, 6), new double[] {0.45}, 0.3);
        Margin.keep(gaussian, 0, bins, 0.05);

        assertThat(gaussian.mean[0]).isCloseTo(0.45, within(1e-9));
        assertThat(gaussian.deviation(0)).isCloseTo(0.3, within(1e-9));
    }

    /** A point from far away moves the mean by no more than a draw could. */
    @Test
    void aPointFromElsewhereDoesNotTakeOver() {
        var gaussian = new Gaussian(new Strategy(2, 6), new double[] {0.5, 0.5}, 0.01);
        var points = new double[6][];
        for (int i = 0; i < points.length; i++) {
            points[i] = i == 0 ? new double[] {1, 1} : new double[] {0.5, 0.5 + i * 1e-3};
        }
        gaussian.update(points, gaussian.strategy.weights);

        assertThat(gaussian.mean[0]).isBetween(0.5, 0.5 + 0.01 * (Math.sqrt(2) + 3));
    }

    /** Values from tables: scipy.special.ndtr and ndtri (SciPy 1.17.1). */
    @Test
    void theNormalDistributionIsRight() {
        assertThat(Normal.probability(1)).isCloseTo(0.8413447460685429, within(1e-12));
        assertThat(Normal.probability(-4)).isCloseTo(3.167124183311986e-05, within(1e-14));
        assertThat(Normal.probability(-2.9)).isCloseTo(0.0018658133003840378, within(1e-13));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963984540054, within(1e-9));
        assertThat(Normal.quantile(1e-6)).isCloseTo(-4.753424308822899, within(1e-9));
        assertThat(Normal.quantile(0.5)).isCloseTo(0, within(1e-12));
    }

    /** A symmetric matrix is put together again from its parts, and its vectors are orthonormal. */
    @Test
    void eigenvaluesPutTheMatrixTogether() {
        var random = new SplittableRandom(1);
        for (int n : new int[] {1, 2, 5, 30}) {
            var matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int k = 0; k <= i; k++) {
                    matrix[i][k] = random.nextGaussian();
                    matrix[k][i] = matrix[i][k];
                }
            }
            var eigen = new SymmetricEigen(matrix);
            for (int i = 0; i < n; i++) {
                for (int k = 0; k < n; k++) {
                    double sum = 0;
                    double dot = 0;
                    for (int v = 0; v < n; v++) {
                        sum += eigen.vectors[i][v] * eigen.values[v] * eigen.vectors[k][v];
                        dot += eigen.vectors[v][i] * eigen.vectors[v][k];
                    }
                    assertThat(sum).isCloseTo(matrix[i][k], within(1e-10));
                    assertThat(dot).isCloseTo(i == k ? 1 : 0, within(1e-12));
                }
            }
        }
    }
}

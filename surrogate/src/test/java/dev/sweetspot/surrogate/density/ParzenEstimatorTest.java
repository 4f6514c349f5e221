package dev.sweetspot.surrogate.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.surrogate.Column;
import dev.sweetspot.testkit.Distributions;
import dev.sweetspot.testkit.GoldenFile;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParzenEstimatorTest {
    private static final double NONE = Double.NaN;
    private static final List<Column> COLUMNS =
            List.of(new Column.Interval(), new Column.Steps(5), new Column.Categories(3), new Column.Interval());

    /** Two points without the last column, one with it. */
    private static final ParzenEstimator ESTIMATE = new ParzenEstimator(
            COLUMNS,
            new double[][] {{0.1, 0.3, 0.5 / 3, NONE}, {0.5, 0.9, 1.5 / 3, NONE}, {0.95, 0.5, 0.5 / 3, 0.4}},
            new double[] {3, 2, 1},
            1,
            new Bandwidth(0.2));

    @Test
    void densitiesAreThoseOfAnIndependentComputation() {
        var golden = GoldenFile.beside(ParzenEstimatorTest.class, "kernels.txt");
        assertThat(golden.lines()).hasSize(27).allSatisfy(line -> {
            var numbers = Arrays.stream(line.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(ESTIMATE.logDensity(Arrays.copyOf(numbers, 4))).as(line).isCloseTo(numbers[4], within(1e-7));
        });
    }

    @Test
    void theMassUnderThePriorIsOneWhereverTheLastColumnIsActiveOrNot() {
        for (boolean active : new boolean[] {true, false}) {
            double sum = 0;
            int steps = 100;
            for (int i = 0; i < steps; i++) {
                for (int step = 0; step < 5; step++) {
                    for (int c = 0; c < 3; c++) {
                        for (int k = 0; k < (active ? steps : 1); k++) {
                            var place = new double[] {
                                (i + 0.5) / steps, (step + 0.5) / 5, (c + 0.5) / 3, active ? (k + 0.5) / steps : NONE
                            };
                            sum += Math.exp(ESTIMATE.logDensity(place)) / (15.0 * steps * (active ? steps : 1));
                        }
                    }
                }
            }
            assertThat(sum).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void drawsFollowTheDensity() {
        var columns = List.<Column>of(new Column.Interval());
        var estimate = new ParzenEstimator(
                columns, new double[][] {{0.2}, {0.97}}, new double[] {2, 1}, 0.5, new Bandwidth(0.1));
        var random = new SplittableRandom(1);
        var sample = new double[20_000];
        Arrays.setAll(sample, i -> estimate.draw(random)[0]);
        var cumulative = new double[10_001];
        for (int i = 0; i < 10_000; i++) {
            cumulative[i + 1] =
                    cumulative[i] + Math.exp(estimate.logDensity(new double[] {(i + 0.5) / 10_000})) / 10_000;
        }

        Distributions.assertFollows(sample, x -> cumulative[(int) Math.round(x * 10_000)], 1e-6);
    }

    @Test
    void drawsOfCategoriesFollowTheDensity() {
        var columns = List.<Column>of(new Column.Categories(4));
        var estimate = new ParzenEstimator(
                columns, new double[][] {{0.125}, {0.625}}, new double[] {2, 1}, 0.5, new Bandwidth(0.1));
        var random = new SplittableRandom(2);
        var counts = new long[4];
        for (int i = 0; i < 20_000; i++) {
            counts[(int) (estimate.draw(random)[0] * 4)]++;
        }
        var expected = new double[4];
        Arrays.setAll(expected, i -> Math.exp(estimate.logDensity(new double[] {(i + 0.5) / 4})) / 4);

        Distributions.assertCounts(counts, expected, 1e-6);
    }

    @Test
    void withoutPointsItIsThePrior() {
        var estimate = new ParzenEstimator(COLUMNS, new double[0][], new double[0], 1, new Bandwidth(0.2));

        assertThat(estimate.logDensity(new double[] {0.3, 0.1, 0.9, NONE})).isZero();
        assertThat(estimate.draw(new SplittableRandom(3))).hasSize(4);
    }

    @Test
    void aBinThatIsWideAgainstTheKernelHasItsMeanDensityAndANarrowOneThatOfItsMiddle() {
        double[][] points = {{0.505}};
        double[] weights = {1};
        var fine = new ParzenEstimator(List.of(new Column.Steps(100)), points, weights, 1e-9, new Bandwidth(0.1));
        var whole = new ParzenEstimator(List.of(new Column.Interval()), points, weights, 1e-9, new Bandwidth(0.1));
        for (double x = 0.305; x < 0.8; x += 0.01) {
            assertThat(fine.logDensity(new double[] {x})).isCloseTo(whole.logDensity(new double[] {x}), within(0.01));
        }
        var coarse = new ParzenEstimator(List.of(new Column.Steps(100)), points, weights, 1e-9, new Bandwidth(0.01));

        // Half of a bin is one half of the standard deviation: the mass within is 2 Phi(1/2) - 1.
        assertThat(coarse.logDensity(new double[] {0.505}))
                .isCloseTo(Math.log(0.382_924_922_548_026 * 100), within(1e-6));
    }
}

package dev.sweetspot.math.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervolumeTest {
    /** moocore 0.3.2 (Lopez-Ibanez and others): {@code moocore.hypervolume(points, ref=[1.1] * m)}, the points as told. */
    @ParameterizedTest
    @CsvSource({
        "50, 2, 1.1113608127017631",
        "100, 3, 1.1599748969095716",
        "60, 4, 0.9681962107894584",
        "40, 5, 0.7157080050579633",
        "30, 6, 0.5784019897560605",
        "25, 7, 0.44026510142103126"
    })
    void agreesWithAnotherProgram(int n, int m, double expected) {
        assertThat(Hypervolume.of(Points.weyl(n, m), Points.reference(m, 1.1))).isCloseTo(expected, within(1e-12));
    }

    /** {@code moocore.hv_contributions(points(12, 3), ref=[1.1] * 3, ignore_dominated=False)}. */
    @Test
    void contributionsAgreeWithAnotherProgram() {
        assertThat(Hypervolume.contributions(Points.weyl(12, 3), Points.reference(3, 1.1)))
                .containsExactly(
                        new double[] {
                            0,
                            0,
                            0.015284522995567693,
                            0,
                            0.06081228347795209,
                            0,
                            0,
                            0,
                            0.01542453588464146,
                            0.07257149240018457,
                            0.03898946385530877,
                            0
                        },
                        within(1e-12));
    }

    @Test
    void examplesByHand() {
        double[][] two = {{1, 2}, {2, 1}};
        double[][] three = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};

        // 2 + 2 - 1.
        assertThat(Hypervolume.of(two, new double[] {3, 3})).isEqualTo(3);
        // Three boxes of 4, less three pairs that share 2, and the cube that all share.
        assertThat(Hypervolume.of(three, new double[] {2, 2, 2})).isEqualTo(12 - 6 + 1);
        assertThat(Hypervolume.of(new double[][] {{2}, {1}, {7}}, new double[] {4}))
                .isEqualTo(3);
        assertThat(Hypervolume.of(new double[0][], new double[] {3, 3})).isZero();
    }

    /** The unit ball's front of DTLZ2 with m losses: the volume below (1, ..., 1) tends to 1 less the ball's share. */
    @Test
    void aFineSphericalFrontOfDtlz2TendsToItsKnownVolume() {
        int steps = 400;
        var points = new double[steps + 1][];
        for (int i = 0; i <= steps; i++) {
            double angle = Math.PI / 2 * i / steps;
            points[i] = new double[] {Math.cos(angle), Math.sin(angle)};
        }
        // 1 - pi/4, less about half of the arc's length divided among the steps.
        assertThat(Hypervolume.of(points, new double[] {1, 1})).isBetween(1 - Math.PI / 4 - 0.002, 1 - Math.PI / 4);
    }

    @Test
    void countsCellsAlsoWhereLossesAreEqual() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 300; round++) {
            int m = 2 + round % 4;
            int bound = m < 4 ? 6 : 4;
            var points = Points.grid(1 + random.nextInt(12), m, bound + 1, random);

            assertThat(Hypervolume.of(points, Points.reference(m, bound)))
                    .isEqualTo(Points.dominatedCells(points, m, bound));
        }
    }

    @Test
    void whatIsNotBelowTheReferenceAddsNothing() {
        double[][] points = {{1, 2}, {3, 0}, {0, 5}, {Double.NaN, 0}, {2, Double.POSITIVE_INFINITY}};

        assertThat(Hypervolume.of(points, new double[] {3, 3})).isEqualTo(2);
        assertThat(Hypervolume.contributions(points, new double[] {3, 3})).containsExactly(2, 0, 0, 0, 0);
        assertThat(Hypervolume.of(new double[][] {{Double.NEGATIVE_INFINITY, 1}}, new double[] {3, 3}))
                .isInfinite();
    }

    @Test
    void aContributionIsWhatIsLostWithoutThePoint() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 100; round++) {
            int m = 2 + round % 4;
            var reference = Points.reference(m, 5);
            var points = Points.grid(8, m, 6, random);
            var contributions = Hypervolume.contributions(points, reference);
            for (int i = 0; i < points.length; i++) {
                var others = without(points, i);
                assertThat(contributions[i])
                        .isEqualTo(Hypervolume.of(points, reference) - Hypervolume.of(others, reference))
                        .isEqualTo(Hypervolume.improvement(others, points[i], reference));
            }
        }
    }

    private static double[][] without(double[][] points, int index) {
        var others = new java.util.ArrayList<>(java.util.Arrays.asList(points));
        others.remove(index);
        return others.toArray(double[][]::new);
    }

    @Test
    void theGreedySubsetTakesTheLargestGainEachTime() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 60; round++) {
            int m = 2 + round % 3;
            var reference = Points.reference(m, 6);
            var points = Points.grid(10, m, 7, random);
            var taken = new java.util.ArrayList<double[]>();
            for (int index : Hypervolume.greedySubset(points, reference, 6)) {
                var chosen = taken.toArray(double[][]::new);
                double gain = Hypervolume.improvement(chosen, points[index], reference);
                for (var point : points) {
                    assertThat(Hypervolume.improvement(chosen, point, reference))
                            .isLessThanOrEqualTo(gain);
                }
                taken.add(points[index]);
            }
            assertThat(taken).hasSize(6);
        }
    }
}

package dev.sweetspot.math.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarizationTest {
    /** A front that bends inwards in the middle: (5, 7) lies above the line from (0, 10) to (10, 0). */
    private static final double[][] DENT = {{0, 10}, {5, 7}, {10, 0}};

    @Test
    void theWeightedSumMeasuresLossesInTheWidthOfTheFront() {
        double[][] losses = {{0, 1000}, {10, 0}, {4, 100}, {20, 5000}};

        // Ideal (0, 0), widths 10 and 1000; the last is dominated and widens nothing.
        assertThat(new WeightedSum(List.of(1.0, 1.0)).scores(losses)).containsExactly(1, 1, 0.5, 7);
        assertThat(new WeightedSum(List.of(3.0, 1.0)).scores(losses)).containsExactly(1, 3, 1.3, 11);
    }

    @Test
    void aDentInTheFrontIsReachedByTchebycheffOnly() {
        for (double weight = 0; weight <= 1; weight += 0.05) {
            assertThat(new WeightedSum(List.of(weight, 1 - weight)).best(DENT)).isNotEqualTo(1);
        }
        assertThat(Scalarization.tchebycheff(2).best(DENT)).isEqualTo(1);
    }

    @Test
    void tchebycheffByHand() {
        // Distances (0, 1), (0.5, 0.7), (1, 0): the larger one, and 0.05 of their sum.
        assertThat(Scalarization.tchebycheff(2).scores(DENT))
                .containsExactly(new double[] {1.05, 0.76, 1.05}, within(1e-12));
        // From the point (5, 5) that is aspired to: (-0.5, 0.5), (0, 0.2), (0.5, -0.5).
        assertThat(new Tchebycheff(List.of(1.0, 1.0), List.of(5.0, 5.0), 0).scores(DENT))
                .containsExactly(new double[] {0.5, 0.2, 0.5}, within(1e-12));
    }

    @Test
    void lexicographicLetsTheFirstDecideUpToItsTolerance() {
        double[][] losses = {{1.0, 9}, {1.05, 3}, {1.2, 0}, {1.05, 4}};

        assertThat(new Lexicographic(List.of(0.0, 0.0)).scores(losses)).containsExactly(0, 1, 3, 2);
        assertThat(new Lexicographic(List.of(0.1, 0.0)).scores(losses)).containsExactly(2, 0, 3, 1);
        assertThat(new Lexicographic(List.of(9.0, 0.0)).best(losses)).isEqualTo(2);
        assertThat(new Lexicographic(List.of(0.0)).scores(new double[][] {{2}, {1}, {2}}))
                .containsExactly(1, 0, 1);
    }

    @Test
    void whatLiesInTheRegionComesFirst() {
        var region = new InRegion(List.of(Double.POSITIVE_INFINITY, 6.0), Scalarization.weightedSum(2));
        double[][] losses = {{0, 10}, {5, 7}, {10, 0}, {9, 5}};
        var scores = region.scores(losses);

        assertThat(region.best(losses)).isEqualTo(2);
        assertThat(scores[3]).isLessThan(scores[1]);
        assertThat(scores[1]).isLessThan(scores[0]);
        assertThat(region.holds(losses[3])).isTrue();
        assertThat(region.holds(losses[0])).isFalse();
    }

    @Test
    void nanIsNeverTheBestAndInfinityIsTheWorst() {
        double[][] losses = {{Double.NaN, 0}, {Double.POSITIVE_INFINITY, 0}, {3, 3}};
        for (var way : List.of(
                Scalarization.weightedSum(2),
                Scalarization.tchebycheff(2),
                new Lexicographic(List.of(0.0, 0.0)),
                new InRegion(List.of(1.0, 1.0), Scalarization.weightedSum(2)))) {
            assertThat(way.best(losses)).as(way.inWords()).isEqualTo(2);
            assertThat(way.scores(losses)[0]).isNaN();
        }
    }

    @Test
    void wrongWeightsAreRefused() {
        assertThatThrownBy(() -> new WeightedSum(List.of(-1.0, 2.0))).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new WeightedSum(List.of(0.0, 0.0))).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Scalarization.weightedSum(3).scores(DENT)).hasMessageContaining("3 weights");
        assertThatThrownBy(() -> new Tchebycheff(List.of(1.0, 1.0), List.of(1.0), 0))
                .hasMessageContaining("reference");
        assertThatThrownBy(() -> new Lexicographic(List.of())).hasMessageContaining("tolerances");
    }
}

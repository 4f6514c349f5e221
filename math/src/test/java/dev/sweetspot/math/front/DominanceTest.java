package dev.sweetspot.math.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DominanceTest {
    /** moocore 0.3.2: {@code moocore.pareto_rank(points(12, m))}, the points as told. */
    @Test
    void ranksAgreeWithAnotherProgram() {
        assertThat(Dominance.ranks(Points.weyl(12, 3))).containsExactly(1, 2, 0, 2, 0, 1, 1, 1, 0, 0, 0, 3);
        assertThat(Dominance.ranks(Points.weyl(12, 2))).containsExactly(1, 2, 0, 2, 0, 1, 1, 1, 2, 0, 0, 3);
    }

    /** Peeling off one front after the other: the definition. */
    @Test
    void ranksAreTheNumberOfFrontsPeeledOffBefore() {
        var random = new SplittableRandom(1);
        for (int round = 0; round < 200; round++) {
            int m = 1 + round % 5;
            var points = Points.grid(1 + random.nextInt(40), m, 6, random);
            var ranks = Dominance.ranks(points);
            for (int i = 0; i < points.length; i++) {
                int largest = -1;
                for (int k = 0; k < points.length; k++) {
                    largest = Dominance.dominates(points[k], points[i]) ? Math.max(largest, ranks[k]) : largest;
                }
                assertThat(ranks[i]).isEqualTo(largest + 1);
            }
        }
    }

    @Test
    void aFrontHasWhatNothingDominatesOnce() {
        var random = new SplittableRandom(2);
        for (int round = 0; round < 100; round++) {
            int m = 1 + round % 4;
            var points = Points.grid(1 + random.nextInt(30), m, 5, random);
            var ranks = Dominance.ranks(points);
            var front = Front.of(points);
            for (int member : front.members()) {
                assertThat(ranks[member]).isZero();
            }
            var distinct = new HashSet<String>();
            for (int i = 0; i < points.length; i++) {
                assertThat(front.covers(points[i])).isTrue();
                if (ranks[i] == 0) {
                    distinct.add(Arrays.toString(points[i]));
                }
            }
            assertThat(Arrays.stream(front.points()).map(Arrays::toString))
                    .containsExactlyInAnyOrderElementsOf(distinct);
        }
    }

    @Test
    void manyPointsOfTwoLossesAreRankedQuickly() {
        var points = Points.weyl(100_000, 2);
        var front = new double[100_000][];
        for (int i = 0; i < front.length; i++) {
            front[i] = new double[] {i, -i};
        }

        assertThat(Dominance.ranks(points)).contains(0).contains(100);
        assertThat(Dominance.ranks(front)).containsOnly(0);
    }

    @Test
    void crowdingIsTheSpanOfTheNeighbours() {
        double[][] front = {{4, 1}, {1, 5}, {2, 3}, {3, 2}};

        // For (2, 3): (3 - 1) / 3 + (5 - 2) / 4; for (3, 2): (4 - 2) / 3 + (3 - 1) / 4.
        assertThat(Crowding.distances(front))
                .containsExactly(
                        Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 2.0 / 3 + 3.0 / 4, 2.0 / 3 + 2.0 / 4);
        assertThat(Crowding.distances(new double[][] {{1, 1}, {1, 1}, {1, 1}})).contains(0);
        assertThat(Crowding.distances(new double[][] {{3, 4}})).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(Crowding.distances(new double[0][])).isEmpty();
    }

    @Test
    void nanIsRefusedAndInfinityIsNot() {
        assertThatThrownBy(() -> Dominance.ranks(new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Dominance.ranks(new double[][] {{1, 2}, {1}})).hasMessageContaining("rows");
        assertThat(Dominance.ranks(new double[][] {
                    {Double.POSITIVE_INFINITY, 0}, {Double.NEGATIVE_INFINITY, 0}, {0.0, -0.0}, {-0.0, 0.0}
                }))
                .containsExactly(2, 0, 1, 1);
        assertThat(Dominance.ranks(new double[0][])).isEmpty();
    }
}

package dev.sweetspot.math.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TsneTest {
    /** Clusters in ten dimensions, round and well apart, a point of each after the other. */
    private static double[][] clusters(int count, int each, long seed) {
        var random = new SplittableRandom(seed);
        var centres = new double[count][10];
        for (int c = 0; c < count; c++) {
            centres[c][c] = 12;
        }
        return IntStream.range(0, count * each)
                .mapToObj(i -> Arrays.stream(centres[i % count])
                        .map(at -> at + random.nextGaussian())
                        .toArray())
                .toArray(double[][]::new);
    }

    @Test
    void knownClustersStayWholeAndApart() {
        for (long seed = 1; seed <= 5; seed++) {
            var points = clusters(4, 50, seed);

            var places = Tsne.usual().embed(points, seed);

            assertThat(Trustworthiness.of(points, places, 10))
                    .as("seed " + seed)
                    .isGreaterThan(0.95);
            for (int i = 0; i < places.length; i++) {
                int self = i;
                int nearest = IntStream.range(0, places.length)
                        .filter(j -> j != self)
                        .boxed()
                        .min((a, b) ->
                                Double.compare(distance(places[self], places[a]), distance(places[self], places[b])))
                        .orElseThrow();
                assertThat(nearest % 4).as("seed " + seed + ", point " + i).isEqualTo(i % 4);
            }
        }
    }

    @Test
    void neighboursOnAThreadThroughSpaceCanBeTrustedMoreThanInTheirPrincipalComponents() {
        var points = new double[300][];
        for (int i = 0; i < points.length; i++) {
            double t = i / 20.0;
            points[i] =
                    new double[] {Math.sin(t), Math.cos(t), Math.sin(1.7 * t), Math.cos(1.7 * t), Math.sin(2.9 * t)};
        }
        var components = PrincipalComponents.of(points, 2);
        var flat = Arrays.stream(points).map(components::project).toArray(double[][]::new);

        var places = Tsne.usual().embed(points, 1);

        assertThat(Trustworthiness.of(points, places, 6)).isGreaterThan(0.97);
        assertThat(Trustworthiness.of(points, flat, 6)).isLessThan(0.95);
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        var points = clusters(3, 20, 7);

        assertThat(Tsne.usual().embed(points, 3)).isDeepEqualTo(Tsne.usual().embed(points, 3));
    }

    @Test
    void theMiddleIsAtNothingAndFewOrEqualPointsAreNoTrouble() {
        for (var points :
                new double[][][] {{}, {{1, 2}}, {{1}, {2}}, {{1}, {2}, {4}}, {{1, 1}, {1, 1}, {1, 1}, {1, 1}}}) {
            var places = Tsne.usual().embed(points, 1);
            assertThat(places).hasDimensions(points.length, points.length == 0 ? 0 : 2);
            for (int k = 0; k < 2 && places.length > 2; k++) {
                int coordinate = k;
                assertThat(Arrays.stream(places)
                                .mapToDouble(place -> place[coordinate])
                                .sum())
                        .isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void aPictureByChanceCannotBeTrusted() {
        var points = clusters(4, 50, 1);
        var random = new SplittableRandom(2);
        var chance =
                Arrays.stream(points).map(point -> random.doubles(2).toArray()).toArray(double[][]::new);

        assertThat(Trustworthiness.of(points, chance, 10)).isCloseTo(0.5, within(0.1));
        assertThat(Trustworthiness.of(points, points, 10)).isEqualTo(1);
    }

    @Test
    void whatIsLostShrinksStepByStepAndIsMeasuredAsThePaperDefinesIt() {
        var layout = new Tsne(5, 400).begin(Points.of(clusters(3, 20, 2)), 1);
        for (int i = 0; i < 150; i++) {
            layout.step();
        }
        double early = layout.divergence();
        while (!layout.isDone()) {
            layout.step();
        }

        assertThat(layout.done()).isEqualTo(400);
        assertThat(layout.divergence()).isPositive().isLessThan(early);
        // Three points equally far from each other, and next to each other in the plane: nothing is lost.
        var same = new Tsne(1, 1).begin(Points.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}), 1);
        assertThat(same.divergence()).isCloseTo(0, within(1e-6));
    }

    @Test
    void clustersAreFoundFromPlacesByChanceToo() {
        var points = clusters(3, 30, 4);
        var places = new Tsne(10, 600, OptionalDouble.of(60), 12, Tsne.Start.RANDOM).embed(points, 5);

        assertThat(Trustworthiness.of(points, places, 10)).isGreaterThan(0.93);
    }

    @Test
    void settingsOutsideTheirRangesAreRefused() {
        assertThatThrownBy(() -> new Tsne(5, 100, OptionalDouble.of(0), 12, Tsne.Start.RANDOM))
                .hasMessageContaining("must be above 0");
        assertThatThrownBy(() -> new Tsne(0.5, 100)).hasMessageContaining("perplexity = 0.5");
        assertThatThrownBy(() -> Trustworthiness.of(new double[4][1], new double[4][1], 2))
                .hasMessageContaining("neighbours = 2");
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot(a[0] - b[0], a[1] - b[1]);
    }
}

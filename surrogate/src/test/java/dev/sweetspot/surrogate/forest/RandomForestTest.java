package dev.sweetspot.surrogate.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.surrogate.Column;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomForestTest {
    private static final Growth GROWTH = new Growth(32, 0.8, 1);
    private static final double NONE = Double.NaN;

    @Test
    void itGivesBackWhatItHasSeenWithoutDoubt() {
        var random = new SplittableRandom(1);
        var points = new double[200][];
        var values = new double[200];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble(), (random.nextInt(5) + 0.5) / 5};
            values[i] = Math.sin(5 * points[i][0]) + points[i][1] + points[i][2];
        }
        var forest = RandomForest.fit(
                List.of(new Column.Interval(), new Column.Interval(), new Column.Categories(5)),
                points,
                values,
                GROWTH,
                random);
        for (int i = 0; i < points.length; i++) {
            assertThat(forest.predict(points[i]).mean()).isCloseTo(values[i], within(1e-9));
            assertThat(forest.predict(points[i]).variance()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void itDoubtsWhatLiesBetween() {
        var forest = RandomForest.fit(
                List.of(new Column.Interval()),
                new double[][] {{0.1}, {0.2}, {0.8}, {0.9}},
                new double[] {0, 0.1, 1.1, 1},
                new Growth(200, 1, 1),
                new SplittableRandom(2));

        assertThat(forest.predict(new double[] {0.5}).mean()).isBetween(0.3, 0.9);
        assertThat(forest.predict(new double[] {0.5}).variance())
                .isGreaterThan(10 * forest.predict(new double[] {0.15}).variance());
    }

    /** Friedman's first function (1991, Annals of Statistics 19) with a mean square of 24 around its mean. */
    private static double friedman(double[] x) {
        return 10 * Math.sin(Math.PI * x[0] * x[1]) + 20 * (x[2] - 0.5) * (x[2] - 0.5) + 10 * x[3] + 5 * x[4];
    }

    @Test
    void itExplainsMostOfAFunctionThatItHasNotSeen() {
        var random = new SplittableRandom(3);
        var columns = java.util.Collections.<Column>nCopies(8, new Column.Interval());
        var points = new double[500][];
        Arrays.setAll(points, i -> random.doubles(8).toArray());
        var forest = RandomForest.fit(
                columns,
                points,
                Arrays.stream(points).mapToDouble(RandomForestTest::friedman).toArray(),
                GROWTH,
                random);
        double squares = 0;
        double expected = 0;
        for (int i = 0; i < 2_000; i++) {
            var place = random.doubles(8).toArray();
            var prediction = forest.predict(place);
            double error = friedman(place) - prediction.mean();
            squares += error * error / 2_000;
            expected += prediction.variance() / 2_000;
        }

        assertThat(squares).isLessThan(24 * 0.25);
        assertThat(expected).isBetween(squares / 3, squares * 6);
    }

    @Test
    void aCoordinateThatIsNotThereIsAnAnswerOfItsOwn() {
        var random = new SplittableRandom(4);
        var points = new double[60][];
        var values = new double[60];
        for (int i = 0; i < points.length; i++) {
            boolean there = i % 3 > 0;
            points[i] = new double[] {random.nextDouble(), there ? random.nextDouble() : NONE};
            values[i] = there ? points[i][1] : 5;
        }
        var forest =
                RandomForest.fit(List.of(new Column.Interval(), new Column.Interval()), points, values, GROWTH, random);

        assertThat(forest.predict(new double[] {0.5, NONE}).mean()).isCloseTo(5, within(0.3));
        assertThat(forest.predict(new double[] {0.5, 0.5}).mean()).isCloseTo(0.5, within(0.3));
    }

    @Test
    void categoriesAreDividedBySubsetsNotByTheirOrder() {
        var points = new double[48][];
        var values = new double[48];
        for (int i = 0; i < points.length; i++) {
            points[i] = new double[] {(i % 8 + 0.5) / 8};
            values[i] = i % 2;
        }
        var forest = RandomForest.fit(
                List.of(new Column.Categories(8)), points, values, new Growth(8, 1, 1), new SplittableRandom(5));
        for (int kind = 0; kind < 8; kind++) {
            assertThat(forest.predict(new double[] {(kind + 0.5) / 8}).mean()).isEqualTo(kind % 2);
        }
    }

    @Test
    void treesDisagreeAboutACategoryThatNobodyTried() {
        var forest = RandomForest.fit(
                List.of(new Column.Categories(3)),
                new double[][] {{1 / 6.0}, {1 / 6.0}, {0.5}, {0.5}},
                new double[] {0, 0, 1, 1},
                new Growth(200, 1, 1),
                new SplittableRandom(6));

        assertThat(forest.predict(new double[] {5 / 6.0}).mean()).isBetween(0.3, 0.7);
        assertThat(forest.predict(new double[] {5 / 6.0}).variance()).isGreaterThan(0.2);
    }

    @Test
    void oneValueAndEqualValuesAreEnough() {
        var columns = List.<Column>of(new Column.Interval());
        var one = RandomForest.fit(columns, new double[][] {{0.3}}, new double[] {7}, GROWTH, new SplittableRandom(7));
        var same = RandomForest.fit(
                columns, new double[][] {{0.3}, {0.3}, {0.9}}, new double[] {7, 7, 7}, GROWTH, new SplittableRandom(7));

        assertThat(one.predict(new double[] {0.5})).isEqualTo(new RandomForest.Prediction(7, 0));
        assertThat(same.predict(new double[] {0.5})).isEqualTo(new RandomForest.Prediction(7, 0));
    }

    @Test
    void theSameNumbersGrowTheSameForest() {
        var points = new double[50][];
        var random = new SplittableRandom(8);
        Arrays.setAll(points, i -> random.doubles(3).toArray());
        var values = random.doubles(50).toArray();
        var columns = java.util.Collections.<Column>nCopies(3, new Column.Interval());
        var place = new double[] {0.2, 0.4, 0.6};

        assertThat(RandomForest.fit(columns, points, values, GROWTH, new SplittableRandom(9))
                        .predict(place))
                .isEqualTo(RandomForest.fit(columns, points, values, GROWTH, new SplittableRandom(9))
                        .predict(place));
    }

    @Test
    void nothingToLearnFromIsRefused() {
        assertThatThrownBy(() -> RandomForest.fit(
                        List.of(new Column.Interval()),
                        new double[0][],
                        new double[0],
                        GROWTH,
                        new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Growth(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

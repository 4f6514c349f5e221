package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrechetTest {
    /** As frechet.py makes them. */
    private static float[][] features(int set, int rows, int columns) {
        var values = new float[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double value = ((37 * i + 11 * j + 101 * set + 5 * i * j) % 97) / 97.0;
                values[i][j] = (float) (set == 2 && j == 0 ? value + 0.5 : set == 2 && j == 1 ? 2 * value : value);
            }
        }
        return values;
    }

    /** What {@code python3 frechet.py} prints; the last with fewer rows than columns. */
    @ParameterizedTest
    @CsvSource({"40, 60, 3, 0.6295573559", "97, 97, 8, 0.5860391017", "30, 50, 40, 1.8360529585"})
    void theDistanceIsThatOfNumpy(int rows, int others, int columns, double expected) {
        var a = features(1, rows, columns);
        var b = features(2, others, columns);
        assertThat(Frechet.distance(a, b)).isCloseTo(expected, within(1e-6));
        assertThat(Frechet.distance(b, a)).isCloseTo(expected, within(1e-6));
        assertThat(Frechet.distance(a, a)).isCloseTo(0, within(1e-6));
    }

    /** Of two normal distributions along the axes it is {@code |m1 - m2|^2 + sum (s1 - s2)^2}. */
    @Test
    void ofNormalDrawsItIsWhatTheFormulaSays() {
        var random = new SplittableRandom(7);
        var a = new float[20_000][2];
        var b = new float[20_000][2];
        for (int i = 0; i < a.length; i++) {
            a[i][0] = (float) random.nextGaussian();
            a[i][1] = (float) (1000 + 3 * random.nextGaussian());
            b[i][0] = (float) (2 + random.nextGaussian());
            b[i][1] = (float) (1000 + random.nextGaussian());
        }
        // Six deviations of the means, 2 * 2 * sqrt(2 / 20000), and of the deviations, 2 * 2 * 3 / sqrt(2 * 20000).
        assertThat(Frechet.distance(a, b)).isCloseTo(4 + 4, within(6 * (0.04 + 0.06)));
        var estimate = Frechet.estimate(a, b);
        assertThat(estimate.interval().low()).isLessThan(estimate.distance());
        assertThat(estimate.interval().high() - estimate.interval().low()).isBetween(0.02, 1.0);
    }

    /** 300 intervals of 95 %; a rough one may miss more, but fewer than one in five. */
    @Test
    void theIntervalHoldsTheDistanceOfManyRowsMostly() {
        var random = new SplittableRandom(8);
        double truth = 1 + 0.25;
        int held = 0;
        for (int run = 0; run < 300; run++) {
            var a = new float[500][2];
            var b = new float[500][2];
            for (int i = 0; i < a.length; i++) {
                a[i][0] = (float) (1 + random.nextGaussian());
                a[i][1] = (float) (1.5 * random.nextGaussian());
                b[i][0] = (float) random.nextGaussian();
                b[i][1] = (float) random.nextGaussian();
            }
            var interval = Frechet.estimate(a, b).interval();
            held += interval.low() <= truth && truth <= interval.high() ? 1 : 0;
        }
        assertThat(held).isBetween(240, 300);
    }

    @Test
    void rootsOfMatricesSquareToThem() {
        var matrix = new double[][] {{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 5}};
        var root = SymmetricEigen.of(matrix).root();
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double square = 0;
                for (int k = 0; k < 3; k++) {
                    square += root[i][k] * root[k][j];
                }
                assertThat(square).isCloseTo(matrix[i][j], within(1e-12));
            }
        }
    }

    @Test
    void aGeneratorThatBrokeDownIsFarOffAndSaysSo() {
        var report = GenerationReport.of(new DrawnImages(
                new float[][] {{1, Float.NaN}, {2, 3}},
                Collections.nCopies(20, "name"),
                features(1, 20, 2),
                features(1, 30, 2),
                "Features of a test."));
        assertThat(report.distance()).isGreaterThan(1e20).isFinite();
        assertThat(report.notes()).anyMatch(note -> note.contains("went astray"));
        assertThat(report.leading().metric()).isEqualTo("frechet_distance");
    }
}

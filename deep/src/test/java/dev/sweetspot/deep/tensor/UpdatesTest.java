package dev.sweetspot.deep.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdatesTest {
    /** Square, wide enough for the short way and not, tall, and of a rank far below its size. */
    @ParameterizedTest
    @CsvSource({"6, 6, 6", "6, 11, 6", "6, 12, 6", "5, 40, 5", "40, 5, 5", "8, 64, 2", "64, 8, 1"})
    void whatIsMadeOrthogonalIsWhatFiveStepsInDoublePrecisionGive(int rows, int columns, int rank) {
        var random = new SplittableRandom(rows * 100L + columns);
        var left = random(rows, rank, random);
        var matrix = product(left, random(rank, columns, random));
        var flat = new float[rows * columns];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = (float) matrix[i / columns][i % columns];
        }
        try (var scope = Scope.open();
                var off = Gradients.off()) {
            assertThat(scope).isNotNull();
            assertThat(off).isNotNull();
            var turned = Updates.orthogonalized(Tensor.of(flat, rows, columns));
            assertThat(turned.shape()).containsExactly(rows, columns);
            var found = turned.reshaped((long) rows * columns).floats();
            var expected = fiveSteps(matrix);
            for (int i = 0; i < flat.length; i++) {
                assertThat((double) found[i]).isCloseTo(expected[i / columns][i % columns], within(2e-4));
            }
        }
    }

    private static double[][] random(int rows, int columns, SplittableRandom random) {
        var matrix = new double[rows][columns];
        for (var row : matrix) {
            for (int c = 0; c < columns; c++) {
                row[c] = random.nextGaussian();
            }
        }
        return matrix;
    }

    private static double[][] product(double[][] a, double[][] b) {
        var c = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    private static double[][] transposed(double[][] a) {
        var t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    private static double[][] sum(double[][] a, double p, double[][] b, double q) {
        var c = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < c[0].length; j++) {
                c[i][j] = p * a[i][j] + q * b[i][j];
            }
        }
        return c;
    }

    /** {@code y = a y + (b g + c g g) y} with {@code g = y y'}, of the matrix divided by its length. */
    private static double[][] fiveSteps(double[][] matrix) {
        if (matrix.length > matrix[0].length) {
            return transposed(fiveSteps(transposed(matrix)));
        }
        double squares = 0;
        for (var row : matrix) {
            for (double value : row) {
                squares += value * value;
            }
        }
        var y = sum(matrix, 1 / Math.sqrt(squares), matrix, 0);
        for (int i = 0; i < 5; i++) {
            var g = product(y, transposed(y));
            y = sum(y, 3.4445, product(sum(g, -4.775, product(g, g), 2.0315), y), 1);
        }
        return y;
    }
}

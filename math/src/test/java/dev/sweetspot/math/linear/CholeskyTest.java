package dev.sweetspot.math.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** A'A and a little on the diagonal: positive definite, badly scaled. */
    private static double[][] matrix(int n) {
        var random = new SplittableRandom(n);
        var a = new double[n][n];
        for (var row : a) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        var result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    result[i][j] += a[k][i] * a[k][j];
                }
            }
            result[i][i] += 0.1;
        }
        return result;
    }

    private static double[] times(double[][] a, double[] x) {
        var result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < x.length; j++) {
                result[i] += a[i][j] * x[j];
            }
        }
        return result;
    }

    @Test
    void solvingGivesBackWhatWasMultiplied() {
        for (int n : new int[] {1, 2, 3, 4, 5, 6, 7, 9, 30}) {
            var a = matrix(n);
            var x = new SplittableRandom(1).doubles(n).toArray();

            assertThat(Cholesky.of(a).orElseThrow().solve(times(a, x))).containsExactly(x, within(1e-7));
        }
    }

    @Test
    void theInverseTimesTheMatrixIsTheIdentity() {
        int n = 13;
        var a = matrix(n);
        var inverse = Cholesky.of(a).orElseThrow().inverse();

        for (int i = 0; i < n; i++) {
            var column = times(a, inverse[i]);
            for (int j = 0; j < n; j++) {
                assertThat(column[j]).isCloseTo(i == j ? 1 : 0, within(1e-8));
            }
        }
    }

    @Test
    void manyRightSidesAreSolvedAsEachAlone() {
        int n = 11;
        var factor = Cholesky.of(matrix(n)).orElseThrow();
        var sides = new double[n][3];
        var random = new SplittableRandom(2);
        for (var row : sides) {
            for (int j = 0; j < 3; j++) {
                row[j] = random.nextDouble();
            }
        }
        var second = new double[n];
        for (int i = 0; i < n; i++) {
            second[i] = sides[i][1];
        }
        factor.forwardInPlace(sides);

        var alone = factor.forward(second);
        for (int i = 0; i < n; i++) {
            assertThat(sides[i][1]).isCloseTo(alone[i], within(1e-10));
        }
    }

    @Test
    void theDeterminantIsTheProductOfTheEigenvalues() {
        double[][] a = {{4, 2}, {2, 3}};

        assertThat(Cholesky.of(a).orElseThrow().logDeterminant()).isCloseTo(Math.log(8), within(1e-14));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }
}

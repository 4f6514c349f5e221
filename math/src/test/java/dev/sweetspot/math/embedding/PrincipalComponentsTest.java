package dev.sweetspot.math.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
    @Test
    void theDirectionAlongWhichPointsLieIsFoundWithItsShare() {
        // Along (3, 4) / 5 the variance is 4, across 1: four fifths and one.
        double[][] points = {{1.2, 1.6}, {-1.2, -1.6}, {-0.8, 0.6}, {0.8, -0.6}};
        for (var point : points) {
            point[0] += 10;
        }

        var components = PrincipalComponents.of(points, 2);

        assertThat(components.share(0)).isCloseTo(0.8, within(1e-12));
        assertThat(components.share(1)).isCloseTo(0.2, within(1e-12));
        assertThat(components.project(new double[] {13, 4})[0]).isCloseTo(5, within(1e-12));
        assertThat(components.project(new double[] {13, 4})[1]).isCloseTo(0, within(1e-12));
    }

    @Test
    void pointsOfManyCoordinatesHaveTheSameDirectionsWhicheverWayTheyAreFound() {
        var random = new SplittableRandom(3);
        var few = new double[50][10];
        var many = new double[50][200];
        for (int i = 0; i < 50; i++) {
            for (int k = 0; k < 10; k++) {
                few[i][k] = random.nextGaussian() * (10 - k);
                // The same number at twenty places is as much as one that is the root of twenty as large.
                for (int j = 0; j < 20; j++) {
                    many[i][20 * k + j] = few[i][k] / Math.sqrt(20);
                }
            }
        }
        var one = PrincipalComponents.of(few, 2);
        var other = PrincipalComponents.of(many, 2);

        for (int c = 0; c < 2; c++) {
            assertThat(other.share(c)).isCloseTo(one.share(c), within(1e-8));
            for (int i = 0; i < 50; i++) {
                assertThat(Math.abs(other.project(many[i])[c]))
                        .isCloseTo(Math.abs(one.project(few[i])[c]), within(1e-3));
            }
        }
    }

    @Test
    void noOtherDirectionHasMoreVariance() {
        var random = new SplittableRandom(1);
        var points = new double[200][6];
        for (var point : points) {
            double common = random.nextGaussian();
            for (int k = 0; k < 6; k++) {
                point[k] = (k - 2) * common + random.nextGaussian();
            }
        }
        var components = PrincipalComponents.of(points, 3);
        var projected = new double[3][points.length];
        for (int i = 0; i < points.length; i++) {
            for (int c = 0; c < 3; c++) {
                projected[c][i] = components.project(points[i])[c];
            }
        }

        for (int trial = 0; trial < 200; trial++) {
            var direction = random.doubles(6, -1, 1).toArray();
            double length = Math.sqrt(dot(direction, direction));
            var along = new double[points.length];
            for (int i = 0; i < along.length; i++) {
                along[i] = dot(points[i], direction) / length;
            }
            assertThat(variance(along)).isLessThanOrEqualTo(variance(projected[0]) * (1 + 1e-12));
        }
        assertThat(covariance(projected[0], projected[1])).isCloseTo(0, within(1e-9));
        assertThat(covariance(projected[1], projected[2])).isCloseTo(0, within(1e-9));
        assertThat(variance(projected[1])).isGreaterThan(variance(projected[2]));
    }

    @Test
    void pointsThatAreAllTheSameHaveNoDirection() {
        var components = PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}}, 2);

        assertThat(components.share(0)).isZero();
        assertThat(components.project(new double[] {1, 2})).containsExactly(0, 0);
    }

    @Test
    void moreDirectionsThanCoordinatesAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(new double[][] {{1}}, 2))
                .hasMessageContaining("count = 2");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double variance(double[] values) {
        return covariance(values, values);
    }

    private static double covariance(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB) / a.length;
        }
        return sum;
    }
}

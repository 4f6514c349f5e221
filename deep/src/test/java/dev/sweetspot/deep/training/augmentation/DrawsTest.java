package dev.sweetspot.deep.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The distributions from which changes are drawn. */
class DrawsTest {
    private static final int DRAWS = 20_000;

    private static double[] drawn(Geometric change, java.util.function.ToDoubleFunction<PlaceMap> number) {
        var random = new SplittableRandom(3);
        return DoubleStream.generate(() -> {
                    var map = new PlaceMap(40, 20);
                    change.draw(random, map);
                    return number.applyAsDouble(map);
                })
                .limit(DRAWS)
                .sorted()
                .toArray();
    }

    /** An even distribution has its quartiles at a quarter, the half and three quarters of the way. */
    private static void isEven(double[] sorted, double low, double high) {
        double width = high - low;
        assertThat(sorted[0]).isBetween(low - 1e-9, low + 0.01 * width);
        assertThat(sorted[DRAWS - 1]).isBetween(high - 0.01 * width, high + 1e-9);
        for (int quarter = 1; quarter < 4; quarter++) {
            assertThat(sorted[quarter * DRAWS / 4]).isCloseTo(low + quarter * width / 4, offset(0.02 * width));
        }
    }

    @Test
    void everyAngleUpToTheLargestIsAsLikely() {
        isEven(drawn(new Rotation(180), map -> Math.toDegrees(Math.atan2(map.xy(), map.xx()))), -180, 180);
        isEven(drawn(new Rotation(20), map -> Math.toDegrees(Math.atan2(map.xy(), map.xx()))), -20, 20);
    }

    @Test
    void zoomsAreEvenOnALogarithmicScale() {
        isEven(drawn(new Zoom(0.3), map -> -Math.log(map.xx())), -Math.log(1.3), Math.log(1.3));
    }

    @Test
    void shiftsFollowTheSizeAndSlantsTheirShare() {
        isEven(drawn(new Translation(0.1), map -> -map.x0()), -4, 4);
        isEven(drawn(new Translation(0.1), map -> -map.y0()), -2, 2);
        isEven(drawn(new Shear(0.3), map -> -map.xy()), -0.3, 0.3);
    }

    @Test
    void quantilesAreThoseOfTheNormalDistribution() {
        // statistics.NormalDist().inv_cdf((i + 0.5) / 65536) of Python 3.12; their variance is 0.99998 before it is
        // made 1.
        assertThat((double) NormalQuantiles.at(65535)).isCloseTo(4.324919, offset(1e-3));
        assertThat((double) NormalQuantiles.at(60000)).isCloseTo(1.375650, offset(1e-4));
        assertThat((double) NormalQuantiles.at(32768)).isCloseTo(1.912406e-5, offset(1e-9));
        for (int i = 0; i < 65536; i++) {
            assertThat(NormalQuantiles.at(i)).isEqualTo(-NormalQuantiles.at(65535 - i));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.2, 0.4, 1})
    void betaHasItsMeanAndVarianceHoweverSmallItsParameterIs(double a) {
        var random = new SplittableRandom(8);
        var draws =
                DoubleStream.generate(() -> Beta.draw(a, random)).limit(DRAWS).toArray();
        double mean = Arrays.stream(draws).average().orElseThrow();
        double square = Arrays.stream(draws).map(d -> d * d).average().orElseThrow();
        assertThat(Arrays.stream(draws).allMatch(d -> d >= 0 && d <= 1)).isTrue();
        assertThat(mean).isCloseTo(0.5, offset(0.018));
        assertThat(square - mean * mean).isCloseTo(1 / (4 * (2 * a + 1)), offset(0.006));
    }

    @Test
    void whatIsOutOfRangeIsRefusedByName() {
        assertThatThrownBy(() -> new Rotation(181))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("augmentation.rotation = 181");
        assertThatThrownBy(() -> new Mixup(-0.1)).hasMessageContaining("augmentation.mixup");
    }
}

package dev.sweetspot.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The numbers were computed with mpmath 1.3 at 60 digits:
 *
 * <pre>
 * mp.dps = 60
 * P = lambda z: erfc(-mpf(z) / sqrt(2)) / 2
 * h = lambda z: log(npdf(mpf(z)) + z * P(z))
 * </pre>
 */
class NormalTest {
    @ParameterizedTest
    @CsvSource({
        "-8, 6.2209605742717841e-16",
        "-3, 0.0013498980316300945",
        "-1, 0.15865525393145705",
        "0, 0.5",
        "1, 0.84134474606854295",
        "3, 0.99865010196836991",
    })
    void theProbabilityIsExactInBothTails(double z, double expected) {
        assertThat(Normal.probability(z)).isCloseTo(expected, Percentage.withPercentage(1e-11));
    }

    @ParameterizedTest
    @CsvSource({
        "-40, -804.60844201375379",
        "-8, -35.01343715991455",
        "0, -0.69314718055994531",
        "3, -0.0013508099647481938",
        "8, -6.2209605742717861e-16",
    })
    void theLogarithmOfTheProbabilityIsExactWhereTheProbabilityIsNot(double z, double expected) {
        assertThat(Normal.logProbability(z)).isCloseTo(expected, Percentage.withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1.0987396653277078",
        "1, 0.08002621884930694",
        "0, -0.91893853320467274",
        "-0.5, -1.6205162643873199",
        "-1, -2.4851210257126413",
        "-1.5, -3.5299359208057099",
        "-3, -7.8696860596030285",
        "-8, -37.122364261692633",
        "-30, -457.724653760598",
        "-99, -4910.6094842154551",
        "-101, -5110.649473554864",
        "-1000, -500014.73445209116",
    })
    void theLogarithmOfExpectedImprovementIsExactFarBelowZero(double z, double expected) {
        assertThat(Normal.logExpectedImprovement(z)).isCloseTo(expected, Percentage.withPercentage(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"2", "0", "-0.9", "-1.1", "-5", "-50"})
    void theSlopeOfExpectedImprovementIsThatOfItsValues(double z) {
        double step = 1e-5;
        double difference =
                (Normal.logExpectedImprovement(z + step) - Normal.logExpectedImprovement(z - step)) / (2 * step);

        assertThat(Normal.logExpectedImprovementSlope(z)).isCloseTo(difference, within(1e-4));
    }

    @Test
    void theQuantileOfAProbabilityIsWhereItCameFrom() {
        for (double z = -7.5; z < 7.5; z += 0.25) {
            assertThat(Normal.quantile(Normal.probability(z))).isCloseTo(z, within(z < 4 ? 1e-9 : 1e-2));
        }
    }
}

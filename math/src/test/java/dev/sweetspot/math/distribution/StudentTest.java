package dev.sweetspot.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTest {
    @Test
    void withOneAndWithTwoDegreesOfFreedomItIsWhatIsKnownInClosedForm() {
        for (double t = -30; t <= 30; t += 0.37) {
            assertThat(Student.above(t, 1)).isCloseTo(0.5 - Math.atan(t) / Math.PI, within(1e-12));
            assertThat(Student.above(t, 2)).isCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), within(1e-12));
        }
    }

    /** scipy.stats.t.isf([0.05, 0.025, 0.005], df). */
    @Test
    void itsQuantilesAreThoseOfTheTables() {
        assertThat(Student.quantileAbove(0.05, 6)).isCloseTo(1.9431802805153022, within(1e-9));
        assertThat(Student.quantileAbove(0.025, 4)).isCloseTo(2.7764451051977987, within(1e-9));
        assertThat(Student.quantileAbove(0.005, 30)).isCloseTo(2.7499956535672, within(1e-9));
        assertThat(Student.quantileAbove(0.975, 4)).isCloseTo(-2.7764451051977987, within(1e-9));
    }

    @Test
    void withManyDegreesOfFreedomItIsTheNormalDistribution() {
        for (double t = -4; t <= 4; t += 0.5) {
            assertThat(Student.above(t, 1e6)).isCloseTo(Normal.probability(-t), within(1e-6));
        }
    }

    @Test
    void farOutItIsZeroOrOneAndNothingIsKnownOfNothing() {
        assertThat(Student.above(Double.POSITIVE_INFINITY, 3)).isZero();
        assertThat(Student.above(Double.NEGATIVE_INFINITY, 3)).isEqualTo(1);
        assertThat(Student.above(Double.NaN, 3)).isNaN();
        assertThatThrownBy(() -> Student.above(1, 0)).hasMessage("freedom = 0.0: must be above 0");
        assertThatThrownBy(() -> Student.quantileAbove(0, 3))
                .hasMessage("probability = 0.0: must be above 0 and below 1");
    }
}

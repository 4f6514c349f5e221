package dev.sweetspot.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    /** Spearman's formula for ranks without ties: 1 - 6 sum d² / (n (n² - 1)) = 1 - 6 * 4 / (5 * 24). */
    @Test
    void withoutTiesItIsSpearmansFormula() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 30, 50, 40}))
                .isCloseTo(1 - 6.0 * 4 / 120, within(1e-12));
    }

    @Test
    void anyGrowingMapKeepsTheOrder() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {1, 100, 10_000}))
                .isEqualTo(1);
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isEqualTo(-1);
    }

    @Test
    void equalNumbersShareTheirRanks() {
        assertThat(RankCorrelation.ranks(new double[] {5, 1, 5, 9})).containsExactly(1.5, 0, 1.5, 3);
    }

    @Test
    void aConstantTellsNothing() {
        assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .isZero();
        assertThat(RankCorrelation.of(new double[0], new double[0])).isZero();
    }
}

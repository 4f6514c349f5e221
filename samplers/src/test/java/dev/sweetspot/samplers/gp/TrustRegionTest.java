package dev.sweetspot.samplers.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrustRegionTest {
    private static final SearchSpace SPACE = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1))
            .with(Parameter.categorical("c", "a", "b", "c"));
    private static final Columns COLUMNS = Columns.of(SPACE);
    private static final double[] ALIKE = {0.5, 0.5, 0.5};

    /** Trials in the middle, each with a loss. */
    private static TrustRegion after(double... losses) {
        var points = new double[losses.length][];
        Arrays.fill(points, new double[] {0.5, 0.5, 0.5});
        return TrustRegion.of(COLUMNS, points, losses, ALIKE);
    }

    private static double width(TrustRegion region) {
        return region.high(0) - region.low(0);
    }

    @Test
    void itLiesAroundTheBest() {
        var region =
                TrustRegion.of(COLUMNS, new double[][] {{0.5, 0.5, 0.5}, {0.3, 0.9, 0.1}}, new double[] {2, 1}, ALIKE);

        assertThat(region.low(0)).isEqualTo(0);
        assertThat(region.high(0)).isCloseTo(0.7, within(1e-12));
        assertThat(region.low(1)).isCloseTo(0.5, within(1e-12));
        assertThat(region.high(1)).isEqualTo(1);
    }

    @Test
    void itShrinksAfterFailuresAndGrowsAfterSuccesses() {
        assertThat(width(after(1))).isCloseTo(0.8, within(1e-12));
        assertThat(width(after(1, 2, 2, 2, 2))).isCloseTo(0.4, within(1e-12));
        assertThat(width(after(1, 2, 2, 2, 2, 0.9, 0.8, 0.7))).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void anImprovementByNextToNothingIsAFailure() {
        assertThat(width(after(1, 0.99999, 0.99998, 0.99997, 0.99996))).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void whenItHasBecomeTooSmallItBeginsAnew() {
        var losses = new double[1 + 4 * 7];
        Arrays.fill(losses, 1);
        assertThat(width(after(losses))).isCloseTo(0.8, within(1e-12));
        assertThat(width(after(Arrays.copyOf(losses, 1 + 4 * 6)))).isLessThan(0.02);
    }

    @Test
    void itIsLongerWhereTheFunctionChangesSlowly() {
        var region = TrustRegion.of(
                COLUMNS, new double[][] {{0.5, 0.5, 0.5}}, new double[] {1}, new double[] {0.4, 0.1, 0.5});

        assertThat(region.high(0) - region.low(0)).isEqualTo(1);
        assertThat(region.high(1) - region.low(1)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void whatIsDrawnLiesWithin() {
        var region = after(1, 2, 2, 2, 2);
        var encoding = Encoding.of(SPACE);
        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            var point = encoding.encode(region.draw(encoding, random).orElseThrow());
            assertThat(point[0]).isBetween(0.3 - 1e-9, 0.7 + 1e-9);
            assertThat(point[1]).isBetween(0.3 - 1e-9, 0.7 + 1e-9);
        }
    }
}

package dev.sweetspot.math.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TchebycheffTest {
    /** A front that bends inwards in the middle: (5, 7) lies above the line from (0, 10) to (10, 0). */
    private static final double[][] DENT = {{0, 10}, {5, 7}, {10, 0}};

    private static Tchebycheff even() {
        return new Tchebycheff(List.of(1.0, 1.0), List.of(), Tchebycheff.AUGMENTATION);
    }

    @Test
    void scoresByHand() {
        // Distances (0, 1), (0.5, 0.7), (1, 0): the larger one, and 0.05 of their sum.
        assertThat(even().scores(DENT)).containsExactly(new double[] {1.05, 0.76, 1.05}, within(1e-12));
        // From the point (5, 5) that is aspired to: (-0.5, 0.5), (0, 0.2), (0.5, -0.5).
        assertThat(new Tchebycheff(List.of(1.0, 1.0), List.of(5.0, 5.0), 0).scores(DENT))
                .containsExactly(new double[] {0.5, 0.2, 0.5}, within(1e-12));
    }

    @Test
    void nanIsNeverTheBestAndInfinityIsTheWorst() {
        double[][] losses = {{Double.NaN, 0}, {Double.POSITIVE_INFINITY, 0}, {3, 3}};
        var scores = even().scores(losses);
        assertThat(scores[0]).isNaN();
        assertThat(scores[1]).isGreaterThan(scores[2]);
    }

    @Test
    void wrongWeightsAreRefused() {
        assertThatThrownBy(() -> new Tchebycheff(List.of(-1.0, 2.0), List.of(), 0))
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Tchebycheff(List.of(0.0, 0.0), List.of(), 0))
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Tchebycheff(List.of(1.0, 1.0, 1.0), List.of(), 0).scores(DENT))
                .hasMessageContaining("3 weights");
        assertThatThrownBy(() -> new Tchebycheff(List.of(1.0, 1.0), List.of(1.0), 0))
                .hasMessageContaining("reference");
    }
}

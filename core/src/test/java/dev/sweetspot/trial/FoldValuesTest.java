package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FoldValuesTest {
    @Test
    void whatEachFoldGaveIsToldByTheMeansUntilThen() {
        var curve = Curve.EMPTY
                .append(1, 1, Measurements.of("loss", 4))
                .append(2, 2, Measurements.of("loss", 3))
                .append(3, 3, Measurements.of("loss", 5));
        assertThat(FoldValues.of(curve, "loss")).containsExactly(new double[] {4, 2, 9}, within(1e-12));
        assertThat(FoldValues.of(curve, "accuracy")).containsOnly(Double.NaN);
        assertThat(FoldValues.of(Curve.EMPTY, "loss")).isEmpty();
    }

    @Test
    void whatWasReportedOfAFoldItselfComesFirst() {
        var curve = Curve.EMPTY
                .append(1, 1, Measurements.of("loss", 4).and("fold_loss", 4.5))
                .append(2, 2, Measurements.of("loss", 3).and("fold_loss", 2.5));
        assertThat(FoldValues.of(curve, "loss")).containsExactly(4.5, 2.5);
    }

    @Test
    void ofAFoldThatWasSkippedNothingIsKnownNorOfTheOneBehindIt() {
        var curve = Curve.EMPTY.append(1, 1, Measurements.of("loss", 4)).append(3, 3, Measurements.of("loss", 3));
        assertThat(FoldValues.of(curve, "loss")).containsExactly(4, Double.NaN, Double.NaN);
    }
}

package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void appendingLeavesTheOldCurveAsItWas() {
        var one = Curve.EMPTY.append(1, 0.5, Measurements.of("loss", 3));
        var left = one.append(2, 1.0, Measurements.of("loss", 2));
        var right = one.append(3, 1.5, Measurements.of("loss", 1));
        assertThat(one.values("loss")).containsExactly(3);
        assertThat(left.values("loss")).containsExactly(3, 2);
        assertThat(right.values("loss")).containsExactly(3, 1);
    }

    @Test
    void aNumberThatAppearsLateIsMissingBefore() {
        var curve =
                Curve.EMPTY.append(1, 0.5, Measurements.of("loss", 3)).append(2, 1.0, Measurements.of("accuracy", 0.5));
        assertThat(curve.value("accuracy", 0)).isNaN();
        assertThat(curve.last("loss")).hasValue(3);
        assertThat(curve.at(1).values()).containsOnlyKeys("accuracy");
    }

    @Test
    void manyReportsKeepTheirOrder() {
        var curve = Curve.EMPTY;
        for (int i = 1; i <= 1000; i++) {
            curve = curve.append(i, i, Measurements.of("loss", 1.0 / i));
        }
        assertThat(curve.size()).isEqualTo(1000);
        assertThat(curve.value("loss", 776)).isEqualTo(1.0 / 777);
    }

    @Test
    void theBestOfTheFirstReportsIsInTheDirectionOfTheObjective() {
        var curve = Curve.EMPTY;
        double[] values = {Double.NaN, 3, Double.NEGATIVE_INFINITY, 5, 1};
        for (int i = 0; i < values.length; i++) {
            curve = curve.append(i + 1, i, Measurements.of("x", values[i]));
        }

        assertThat(curve.best(Objective.minimize("x"), 4)).isEqualTo(3);
        assertThat(curve.best(Objective.maximize("x"), 4)).isEqualTo(5);
        assertThat(curve.best(Objective.minimize("x"), 5)).isEqualTo(1);
        assertThat(curve.best(Objective.minimize("x"), 1)).isNaN();
        assertThat(curve.best(Objective.minimize("y"), 5)).isNaN();
    }

    @Test
    void theFidelityMustGrow() {
        var curve = Curve.EMPTY.append(2, 1, Measurements.NONE);
        assertThatThrownBy(() -> curve.append(2, 2, Measurements.NONE)).hasMessageContaining("must be above");
    }
}

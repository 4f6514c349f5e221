package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import org.junit.jupiter.api.Test;

class LengthTest {
    private static final Objective LOSS = Objective.minimize("loss");
    private static final Fidelity PLANNED = Fidelity.epochs(10);

    private static Length of(double... losses) {
        var curve = Curve.EMPTY;
        for (int i = 0; i < losses.length; i++) {
            curve = curve.append(i + 1, i + 1, Measurements.of("loss", losses[i]));
        }
        return Length.of(curve, LOSS, PLANNED, 20);
    }

    @Test
    void whatGotWorseIsTrainedToItsBestMomentOfTheSameSchedule() {
        assertThat(of(5, 3, 2, 4, 5, 6, 7, 8)).isEqualTo(new Length(10, 3));
    }

    @Test
    void whatWasStillGettingBetterMayGoOn() {
        assertThat(of(5, 4, 3, 2, 1)).isEqualTo(new Length(20, 20));
        assertThat(of(5, 4, 3, 1, 2)).isEqualTo(new Length(20, 20));
    }

    @Test
    void theLastOfEqualMomentsCounts() {
        assertThat(of(1, 0, 0, 0, 0)).isEqualTo(new Length(20, 20));
    }

    @Test
    void withoutValuesNothingIsKnown() {
        assertThat(of(Double.NaN, Double.NaN)).isEqualTo(new Length(20, 20));
    }
}

package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final Objective ACCURACY = Objective.maximize("accuracy");

    private static Curve of(double... accuracies) {
        var curve = Curve.EMPTY;
        for (int i = 0; i < accuracies.length; i++) {
            curve = curve.append(i + 1, i + 1, Measurements.of("accuracy", accuracies[i]));
        }
        return curve;
    }

    private static Curve risingFor(int epochs) {
        return of(IntStream.range(0, epochs).mapToDouble(i -> i / 100.0).toArray());
    }

    @Test
    void aTrainingThatTheClockEndedLongBeforeItsTrialIsTold() {
        var missing = Shortfall.of(1.1, risingFor(70), ACCURACY);

        assertThat(missing).contains(new Shortfall(1.1, 70));
        assertThat(missing.orElseThrow().inWords()).contains("1.1 epochs").contains("its trial for 70:");
    }

    @Test
    void aTrainingAsLongAsItsTrialOrNearlySoLacksNothing() {
        assertThat(Shortfall.of(70, risingFor(70), ACCURACY)).isEmpty();
        assertThat(Shortfall.of(60, risingFor(70), ACCURACY)).isEmpty();
        assertThat(Shortfall.of(140, risingFor(70), ACCURACY)).isEmpty();
    }

    @Test
    void aTrainingThatEndsOnPurposeAtTheBestMomentLacksNothing() {
        var worseFromTheFourth = of(.1, .5, .7, .9, .8, .7, .6, .5, .4, .3, .3, .2, .2, .1);

        assertThat(Shortfall.of(4, worseFromTheFourth, ACCURACY)).isEmpty();
        assertThat(Shortfall.of(2, worseFromTheFourth, ACCURACY)).isPresent();
    }

    @Test
    void ofATrialWithoutReportsNothingIsKnown() {
        assertThat(Shortfall.of(1, Curve.EMPTY, ACCURACY)).isEmpty();
    }
}

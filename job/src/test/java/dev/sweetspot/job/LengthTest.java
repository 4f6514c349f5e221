package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Curve;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import org.junit.jupiter.api.Test;

class LengthTest {
    private static final Objective LOSS = Objective.minimize("loss");
    private static final Fidelity PLANNED = Fidelity.epochs(20);

    private static Length of(double... losses) {
        return Length.of(curve(losses), LOSS, PLANNED, 40);
    }

    private static Curve curve(double... losses) {
        var curve = Curve.EMPTY;
        for (int i = 0; i < losses.length; i++) {
            curve = curve.append(i + 1, i + 1, Measurements.of("loss", losses[i]));
        }
        return curve;
    }

    @Test
    void afterFoldsComesOneTrainingMoreLikeThatOfAFold() {
        var rising = curve(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(Length.of(rising, LOSS, Fidelity.folds(12), 40)).isEqualTo(new Length(1, 1));
        assertThat(Length.of(Curve.EMPTY, LOSS, Fidelity.folds(12), 40)).isEqualTo(new Length(1, 1));
    }

    @Test
    void whatGotWorseIsTrainedToItsBestMomentOfTheSameSchedule() {
        assertThat(of(9, 5, 3, 2, 3, 4, 5, 6, 7, 8, 8, 9)).isEqualTo(new Length(20, 4));
    }

    @Test
    void whatWasStillGettingBetterMayGoOn() {
        assertThat(of(12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).isEqualTo(new Length(40, 40));
        assertThat(of(12, 11, 10, 9, 8, 7, 6, 5, 4, 1, 2, 3)).isEqualTo(new Length(40, 40));
    }

    @Test
    void oneLuckyEpochIsNoReasonToEnd() {
        assertThat(of(12, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).isEqualTo(new Length(40, 40));
    }

    @Test
    void aTrialOfFewEpochsCannotTell() {
        assertThat(of(5, 3, 2, 4, 5, 6, 7, 8)).isEqualTo(new Length(40, 40));
    }

    @Test
    void theLastOfEqualMomentsCounts() {
        assertThat(of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)).isEqualTo(new Length(40, 40));
    }

    @Test
    void withoutValuesNothingIsKnown() {
        assertThat(of(Double.NaN, Double.NaN)).isEqualTo(new Length(40, 40));
        assertThat(of()).isEqualTo(new Length(40, 40));
    }
}

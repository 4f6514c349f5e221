package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.trial.Fidelity;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HalvingTest {
    @Test
    void rungsOfWholeNumbersAreWholeNumbers() {
        assertThat(Rungs.of(Fidelity.epochs(52), 3).levels()).containsExactly(2.0, 6.0, 17.0, 52.0);
        assertThat(Rungs.of(Fidelity.epochs(2), 3).levels()).containsExactly(2.0);
        assertThat(Rungs.of(Fidelity.WHOLE, 3).levels()).containsExactly(1.0);
        assertThat(Rungs.of(new Fidelity("share of the data", 0.1, 1), 2).levels())
                .containsExactly(0.125, 0.25, 0.5, 1.0);
    }

    @Test
    void ofNineTrialsThreeGoOnAndThenOne() {
        var history = Table.run(new Halving(), 9, Table.constant(trial -> (trial * 5) % 9), Table.trials(1, 9));
        // Losses by number: 0 5 1 6 2 7 3 8 4.
        assertThat(Table.reached(history)).containsExactly(9.0, 1.0, 3.0, 1.0, 3.0, 1.0, 1.0, 1.0, 1.0);
    }

    @Test
    void workersThatFindARungBusyBeginTheNextRoundAndTheRoundsComeOutTheSame() {
        var alone = Table.run(new Halving(), 9, Table.constant(trial -> (trial * 5) % 18), Table.trials(1, 18));
        var together = Table.run(new Halving(), 9, Table.constant(trial -> (trial * 5) % 18), Table.trials(6, 18));
        assertThat(Table.reached(together)).isEqualTo(Table.reached(alone));
        assertThat(Collections.frequency(Table.reached(alone), 9.0)).isEqualTo(2);
    }

    @Test
    void aRoundThatIsCutShortStillBringsItsBestTrialToTheEnd() {
        var history = Table.run(new Halving(), 27, Table.constant(trial -> -trial), Table.trials(1, 5));
        assertThat(Table.reached(history).get(4)).isEqualTo(27);
    }

    @Test
    void hyperbandTakesItsRoundsInTurn() {
        var history = Table.run(new Hyperband(), 27, Table.constant(trial -> trial), Table.trials(1, 49));
        // Li et al. 2018, algorithm 1, for R = 27 and eta = 3: rounds of 27, 12, 6 and 4 trials from 1, 3, 9 and 27
        // epochs.
        assertThat(Table.reached(history).subList(9, 27)).containsOnly(1.0);
        assertThat(Table.reached(history).subList(31, 39)).containsOnly(3.0);
        assertThat(Table.reached(history).subList(41, 45)).containsOnly(9.0);
        assertThat(Table.reached(history).subList(45, 49)).containsOnly(27.0);
    }

    @Test
    void roundsAreChosenSoThatTheBudgetEndsWithARound() {
        for (int whole = 2; whole <= 12; whole++) {
            var history = Table.run(
                    new Hyperband(), 52, Table.constant(trial -> (trial * 7) % 31), Table.fidelity(1, whole * 52));
            assertThat(history.fidelitySpent()).isBetween(whole * 52.0, whole * 52 + 1.0);
            assertThat(history.completed()).isNotEmpty();
        }
    }
}

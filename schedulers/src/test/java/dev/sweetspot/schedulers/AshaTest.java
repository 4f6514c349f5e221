package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class AshaTest {
    @Test
    void aTrialGoesOnAsSoonAsItIsAmongTheBestHalfOfItsRung() {
        // Li et al. 2020, algorithm 2, by hand with factor 2 and rungs 1, 2, 4; losses 3 1 2 0. After two trials the
        // best of
        // them, 1, goes on to 2 epochs. After four, two may have gone on: 3 and 1. So 3 goes on to 2 epochs, and then
        // is the
        // best of two there: it goes on to 4.
        var losses = new double[] {3, 1, 2, 0};
        var history = Table.run(new Asha(2), 4, Table.constant(trial -> losses[trial]), Table.trials(1, 4));
        assertThat(Table.reached(history)).containsExactly(1.0, 2.0, 1.0, 4.0);
    }

    @Test
    void nobodyWaitsForAnybody() {
        var history = Table.run(new Asha(), 64, Table.constant(trial -> (trial * 37) % 101), Table.trials(20, 100));
        var reached = Table.reached(history);
        assertThat(history.size()).isEqualTo(100);
        // 25 of 100 are the best quarter; that some were so only for a while makes it a few more.
        assertThat(reached.stream().filter(epochs -> epochs >= 4).count()).isBetween(25L, 40L);
        assertThat(Collections.frequency(reached, 64.0)).isBetween(1, 5);
    }

    @Test
    void aFactorThatWouldNotSelectIsRefused() {
        assertThatThrownBy(() -> new Asha(1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("factor = 1: must be from 1.5 to 100. Maybe 3?");
    }
}

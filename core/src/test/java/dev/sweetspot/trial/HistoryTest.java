package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.space.Configuration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Objective LOSS = Objective.minimize("loss");

    private static Event started(int number) {
        return new Event.Started(
                number, NOON, Configuration.empty(), Origin.given("by hand"), Start.FRESH, 10, "worker", 1);
    }

    private static Event reported(int number, double fidelity, double loss) {
        return new Event.Reported(
                number, NOON, fidelity, Measurements.of("loss", loss), fidelity, Optional.of("c" + fidelity));
    }

    private static Event finished(int number, double loss) {
        return new Event.Finished(number, NOON, new Outcome.Completed(Measurements.of("loss", loss)), 10);
    }

    @Test
    void anOldVersionStaysAsItWas() {
        var before = History.EMPTY.and(started(0));
        var after = before.and(reported(0, 1, 0.5));
        assertThat(before.trial(0).curve().size()).isZero();
        assertThat(after.trial(0).curve().size()).isEqualTo(1);
        assertThat(after.trial(0).checkpoint()).contains(new Trial.Checkpoint("c1.0", 1));
        assertThat(after.version()).isEqualTo(2);
    }

    @Test
    void manyTrialsKeepTheirNumbers() {
        var history = History.EMPTY;
        for (int n = 0; n < 5000; n++) {
            history = history.and(started(n));
            history = history.and(finished(n, (n * 7919) % 5000));
        }
        assertThat(history.size()).isEqualTo(5000);
        assertThat(history.trial(4321).number()).isEqualTo(4321);
        assertThat(history.best(LOSS).orElseThrow().number()).isZero();
        assertThat(history.completed()).hasSize(5000);
    }

    @Test
    void aNumberIsNeverLeftOut() {
        assertThatThrownBy(() -> History.EMPTY.and(started(1))).hasMessage("trial = 1: the next number is 0");
    }

    @Test
    void aFinishedTrialTakesNothingMore() {
        var history = History.EMPTY.and(started(0)).and(finished(0, 1));
        assertThatThrownBy(() -> history.and(reported(0, 1, 1))).hasMessageContaining("it has ended");
    }

    @Test
    void goingOnWithARunningTrialCountsALostWorker() {
        var history = History.EMPTY.and(started(0)).and(new Event.Resumed(0, NOON, 0, 10, "other", "lease ended"));
        assertThat(history.trial(0).losses()).isEqualTo(1);
        var paused = history.and(new Event.Paused(0, NOON, "asked for", Optional.empty()));
        var again = paused.and(new Event.Resumed(0, NOON, 0, 10, "third", "resumed"));
        assertThat(again.trial(0).losses()).isEqualTo(1);
    }

    @Test
    void aValueThatIsNotANumberIsNeverTheBest() {
        var history = History.EMPTY
                .and(started(0))
                .and(finished(0, Double.NaN))
                .and(started(1))
                .and(finished(1, 3));
        assertThat(history.best(LOSS).orElseThrow().number()).isEqualTo(1);
    }
}

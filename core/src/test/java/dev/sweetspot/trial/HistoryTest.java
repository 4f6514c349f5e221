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
    void whoWasAtATrialAndWhenIsKept() {
        var history = History.EMPTY
                .and(started(0))
                .and(reported(0, 1, 0.5))
                .and(new Event.Paused(0, NOON.plusSeconds(2), "asked for", Optional.empty()))
                .and(new Event.Resumed(0, NOON.plusSeconds(5), 1, 10, "lost", "resumed"))
                .and(new Event.Resumed(0, NOON.plusSeconds(70), 1, 10, "last", "lease ended"))
                .and(new Event.Finished(
                        0, NOON.plusSeconds(80), new Outcome.Completed(Measurements.of("loss", 1)), 10));

        assertThat(history.trial(0).stints())
                .containsExactly(
                        new Stint("worker", NOON, Optional.of(NOON.plusSeconds(2))),
                        new Stint("lost", NOON.plusSeconds(5), Optional.empty()),
                        new Stint("last", NOON.plusSeconds(70), Optional.of(NOON.plusSeconds(80))));
    }

    @Test
    void aTrialThatEndsWhileItWaitsKeepsTheEndOfItsWork() {
        var history = History.EMPTY
                .and(started(0))
                .and(reported(0, 1, 0.5))
                .and(new Event.Paused(0, NOON.plusSeconds(2), "asked for", Optional.empty()))
                .and(new Event.Finished(
                        0, NOON.plusSeconds(9), new Outcome.StoppedEarly(Measurements.of("loss", 1), "no more"), 1));

        assertThat(history.trial(0).stints())
                .containsExactly(new Stint("worker", NOON, Optional.of(NOON.plusSeconds(2))));
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

    @Test
    void aReportForgivesTheWorkersThatWereLostBeforeIt() {
        var history = History.EMPTY
                .and(started(0))
                .and(new Event.Resumed(0, NOON, 0, 10, "other", "lease ended"))
                .and(reported(0, 1, 0.5));
        assertThat(history.trial(0).losses()).isZero();
    }

    @Test
    void trialsAreFoundByTheirStateInEveryVersion() {
        var first = History.EMPTY.and(started(0)).and(started(1)).and(started(2));
        var second = first.and(new Event.Paused(1, NOON, "asked for", Optional.empty()))
                .and(finished(2, 1))
                .and(new Event.Finished(0, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 1));
        assertThat(first.running()).extracting(Trial::number).containsExactly(0, 1, 2);
        assertThat(first.finished()).isEmpty();
        assertThat(second.running()).isEmpty();
        assertThat(second.paused()).extracting(Trial::number).containsExactly(1);
        assertThat(second.finished()).extracting(Trial::number).containsExactly(2, 0);
        assertThat(second.completed()).extracting(Trial::number).containsExactly(2);
    }

    @Test
    void whatEndedLaterIsFoundWithoutWhatEndedBefore() {
        var before = History.EMPTY;
        for (int n = 0; n < 2_000; n++) {
            before = before.and(started(n));
        }
        // By sevens, which comes by every number once: they do not end in the order in which they began.
        for (int i = 0; i < 1_500; i++) {
            before = before.and(finished(7 * i % 2_000, i));
        }
        var after = before;
        for (int i = 1_500; i < 2_000; i++) {
            after = after.and(finished(7 * i % 2_000, i));
        }
        var other = before.and(finished(7 * 1_501 % 2_000, 0)).and(finished(7 * 1_500 % 2_000, 0));

        assertThat(after.finishedAsIn(before)).isEqualTo(1_500);
        assertThat(before.finishedAsIn(after)).isEqualTo(1_500);
        assertThat(after.finishedAfter(1_500))
                .isEqualTo(after.finished().skip(1_500).toList())
                .hasSize(500);
        assertThat(after.finishedAsIn(other))
                .as("two of them ended in another order")
                .isZero();
        assertThat(after.finishedAsIn(History.EMPTY)).isZero();
        assertThat(before.finishedAfter(1_500)).isEmpty();
    }

    @Test
    void whatWasRunIsCountedOnce() {
        var history = History.EMPTY
                .and(started(0))
                .and(reported(0, 1, 0.5))
                .and(reported(0, 3, 0.4))
                .and(new Event.Resumed(0, NOON, 1, 10, "other", "lease ended"))
                .and(reported(0, 4, 0.4))
                .and(finished(0, 0.4))
                .and(started(1))
                .and(finished(1, 0.4));
        assertThat(history.fidelitySpent()).isEqualTo(4 + 10);
    }

    @Test
    void fiftyThousandTrialsWithTwentyReportsAreAddedUpInSeconds() {
        long begin = System.nanoTime();
        var history = History.EMPTY;
        for (int n = 0; n < 50_000; n++) {
            history = history.and(started(n));
            for (int epoch = 1; epoch <= 20; epoch++) {
                history = history.and(reported(n, epoch, 1.0 / epoch));
            }
            history = history.and(finished(n, 0.05));
        }
        assertThat(history.completed().count()).isEqualTo(50_000);
        assertThat((System.nanoTime() - begin) / 1e9).isLessThan(15);
    }
}

package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler.Next;
import dev.sweetspot.scheduler.Scheduler.Situation;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Trials of 10 epochs that were put aside after 2, each with its loss and its pace. */
class ClosingTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 100)),
            List.of(Objective.minimize("loss")),
            List.of(),
            Fidelity.epochs(10));

    private History history = History.EMPTY;

    private ClosingTest aside(double loss, double secondsPerEpoch) {
        int number = history.size();
        history = history.and(new Event.Started(
                        number,
                        Instant.EPOCH,
                        Configuration.of(Map.of("x", (double) number)),
                        Origin.given("test"),
                        Start.FRESH,
                        2,
                        "w",
                        1))
                .and(new Event.Reported(
                        number, Instant.EPOCH, 2, Measurements.of("loss", loss), 2 * secondsPerEpoch, Optional.of("c")))
                .and(new Event.Paused(number, Instant.EPOCH, "rung", Optional.empty()));
        return this;
    }

    private Optional<Next> with(double secondsLeft) {
        return Closing.lastCall(new Situation(
                PROBLEM,
                history,
                new Means(
                        OptionalDouble.of(0.5),
                        OptionalDouble.of(secondsLeft),
                        1,
                        OptionalInt.empty(),
                        OptionalDouble.empty())));
    }

    private static int resumed(Optional<Next> next) {
        return ((Next.Resume) next.orElseThrow()).trial();
    }

    @Test
    void nobodyIsCalledWhileThereIsTime() {
        assertThat(aside(1, 1).with(17)).isEmpty();
    }

    @Test
    void theBestIsCalledWhileItCanStillComeToItsEnd() {
        assertThat(resumed(aside(1, 1).aside(2, 1).with(15))).isZero();
    }

    @Test
    void aBetterOneThatCannotBeThereInTimeIsNotCalled() {
        aside(1, 1000).aside(2, 1).aside(3, 1);

        assertThat(with(100)).isEmpty();
        assertThat(resumed(with(15))).isEqualTo(1);
    }

    @Test
    void whereNoneCanBeThereInTimeTheQuickestIsCalled() {
        assertThat(resumed(aside(1, 1000).aside(2, 10).with(15))).isEqualTo(1);
    }
}

package dev.sweetspot.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.Question;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.minimize("a"), Objective.maximize("b")),
            List.of(
                    new Constraint("bytes", Constraint.Bound.AT_MOST, 1e9, Constraint.Known.AFTER),
                    new Constraint("seconds", Constraint.Bound.AT_MOST, 1, Constraint.Known.AFTER)),
            Fidelity.epochs(9));

    private static Measurements values(double a, double b, double bytes, double seconds) {
        return Measurements.of("a", a).and("b", b).and("bytes", bytes).and("seconds", seconds);
    }

    private static int[] ranks(List<Outcome> outcomes, List<Integer> reached) {
        var history = History.EMPTY;
        for (int n = 0; n < outcomes.size(); n++) {
            history = history.and(new Event.Started(
                    n, NOON, Configuration.of(Map.of("x", 0.5)), Origin.given("test"), Start.FRESH, 9, "w", 1));
            if (reached.get(n) > 0) {
                history = history.and(
                        new Event.Reported(n, NOON, reached.get(n), values(1, 1, 0, 0), 1, Optional.empty()));
            }
            history = history.and(new Event.Finished(n, NOON, outcomes.get(n), 1));
        }
        return Ranks.of(
                Evidence.of(new Question(PROBLEM, history, Means.ENDLESS)).ended(), PROBLEM);
    }

    @Test
    void frontsThenFidelitiesThenBrokenLimitsThenFailures() {
        assertThat(ranks(
                        List.of(
                                new Outcome.Completed(values(1, 1, 0, 0)),
                                new Outcome.Completed(values(2, 2, 0, 0)),
                                new Outcome.Completed(values(2, 1, 0, 0)),
                                new Outcome.StoppedEarly(values(0, 9, 0, 0), "worse"),
                                new Outcome.StoppedEarly(values(0, 9, 0, 0), "worse"),
                                new Outcome.Completed(values(0, 9, 2e9, 0)),
                                new Outcome.OverLimit("seconds", 3, Measurements.NONE),
                                new Outcome.Completed(values(Double.NaN, 1, 0, 0)),
                                new Outcome.Failed(Outcome.Cause.ERROR, "broken"),
                                new Outcome.Completed(values(Double.NEGATIVE_INFINITY, 1, 0, 0))),
                        List.of(9, 0, 5, 4, 6, 0, 0, 0, 3, 0)))
                // The one that reached epoch 6 before the one of epoch 4; a limit broken by all of its measure by 1
                // both.
                .containsExactly(0, 0, 1, 3, 2, 4, 4, 5, 5, 5);
    }

    /** Bytes and seconds are each measured by the largest excess: 1/2 + 1 against 1 + 0. */
    @Test
    void excessesOfDifferentUnitsAreAdded() {
        assertThat(ranks(
                        List.of(
                                new Outcome.Completed(values(0, 0, 1.5e9, 3)),
                                new Outcome.Completed(values(9, 0, 2e9, 0)),
                                new Outcome.Completed(values(9, 0, 1.1e9, 0))),
                        List.of(0, 0, 0)))
                .containsExactly(2, 1, 0);
    }

    @Test
    void nothingHasNoRanks() {
        assertThat(Ranks.of(List.of(), PROBLEM)).isEmpty();
    }
}

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
    void frontsThenBrokenLimitsThenFailures() {
        assertThat(ranks(
                        List.of(
                                new Outcome.Completed(values(1, 1, 0, 0)),
                                new Outcome.Completed(values(2, 2, 0, 0)),
                                new Outcome.Completed(values(2, 1, 0, 0)),
                                new Outcome.Completed(values(0, 9, 2e9, 0)),
                                new Outcome.OverLimit("seconds", 3, Measurements.NONE),
                                new Outcome.Completed(values(Double.NaN, 1, 0, 0)),
                                new Outcome.Failed(Outcome.Cause.ERROR, "broken"),
                                new Outcome.Completed(values(Double.NEGATIVE_INFINITY, 1, 0, 0))),
                        List.of(9, 0, 5, 0, 0, 0, 3, 0)))
                // Both broken limits are broken by all of their measure.
                .containsExactly(0, 0, 1, 2, 2, 3, 3, 3);
    }

    /**
     * Losses at epochs 1, 3 and 9. Two were stopped at 1 and one at 3, two completed: A beats all; B, which nobody
     * contested on its way, is behind C and D, which did better than it at their ends. Won by hand: A 4, C 2, D 3, B 1, E 0.
     */
    @Test
    void trialsMeetAtTheFidelityThatBothReached() {
        double[][] curves = {{0.5, 0.4, 0.1}, {0.8, 0.7, 0.6}, {0.7}, {0.6, 0.5}, {0.9}};
        int[] epochs = {1, 3, 9};
        var one = new Problem(PROBLEM.space(), List.of(Objective.minimize("a")), List.of(), Fidelity.epochs(9));
        var history = History.EMPTY;
        for (int n = 0; n < curves.length; n++) {
            history = history.and(new Event.Started(
                    n, NOON, Configuration.of(Map.of("x", 0.5)), Origin.given("test"), Start.FRESH, 9, "w", 1));
            for (int k = 0; k < curves[n].length; k++) {
                history = history.and(new Event.Reported(
                        n, NOON, epochs[k], Measurements.of("a", curves[n][k]), 1, Optional.empty()));
            }
            var last = Measurements.of("a", curves[n][curves[n].length - 1]);
            history = history.and(new Event.Finished(
                    n,
                    NOON,
                    curves[n].length == 3 ? new Outcome.Completed(last) : new Outcome.StoppedEarly(last, "worse"),
                    1));
        }
        var ended = Evidence.of(new Question(one, history, Means.ENDLESS)).ended();

        assertThat(Ranks.of(ended, one)).containsExactly(0, 3, 2, 1, 4);
    }

    /** Fifty different lengths: trials meet at halves of halves, and a better curve still wins. */
    @Test
    void manyLengthsAreRankedToo() {
        var one = new Problem(PROBLEM.space(), List.of(Objective.minimize("a")), List.of(), Fidelity.epochs(50));
        var history = History.EMPTY;
        for (int n = 0; n < 50; n++) {
            history = history.and(new Event.Started(
                    n, NOON, Configuration.of(Map.of("x", 0.5)), Origin.given("test"), Start.FRESH, 50, "w", 1));
            double loss = 100 - n;
            for (int epoch = 1; epoch <= n + 1; epoch++) {
                loss = 100 - n + 1.0 / epoch;
                history = history.and(
                        new Event.Reported(n, NOON, epoch, Measurements.of("a", loss), epoch, Optional.empty()));
            }
            history = history.and(
                    new Event.Finished(n, NOON, new Outcome.StoppedEarly(Measurements.of("a", loss), "worse"), 1));
        }
        var ranks =
                Ranks.of(Evidence.of(new Question(one, history, Means.ENDLESS)).ended(), one);
        for (int n = 0; n < 50; n++) {
            assertThat(ranks[n]).isEqualTo(49 - n);
        }
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

    @Test
    void aLimitOfTheMachineThatTheProblemDoesNotKnowIsAFailure() {
        var history = History.EMPTY;
        for (int n = 0; n < 2; n++) {
            history = history.and(new Event.Started(
                    n, NOON, Configuration.of(Map.of("x", 0.5)), Origin.given("test"), Start.FRESH, 9, "w", 1));
        }
        history = history.and(new Event.Finished(0, NOON, new Outcome.OverLimit("seconds", 3, Measurements.NONE), 1));
        history = history.and(new Event.Finished(1, NOON, new Outcome.OverLimit("memory", 3, Measurements.NONE), 1));
        var evidence =
                Evidence.of(new Question(PROBLEM, history, Means.ENDLESS)).ended();

        assertThat(evidence.get(0).failed()).isFalse();
        assertThat(evidence.get(1).failed()).isTrue();
    }
}

package dev.sweetspot.samplers.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.math.front.Hypervolume;
import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class GaussianProcessSearchTest {
    private static final GaussianProcessSearch GP = new GaussianProcessSearch();
    private static final RealParameter X = Parameter.real("x", 0, 1);
    private static final RealParameter Y = Parameter.real("y", 0, 1);
    private static final SearchSpace SQUARE = SearchSpace.of(X, Y);

    @Test
    void itIsBetterThanRandomSearchOnMixedParameters() {
        var problem = Searches.problem(Landscapes.mixed());
        int wins = Searches.winsOverRandom(
                GP, problem, 25, 24, history -> Searches.best(history, problem), Searches.losing(Landscapes::bowl));

        assertThat(wins).isGreaterThanOrEqualTo(18);
    }

    @Test
    void itIsBetterThanRandomSearchWhereParametersHangOnOthers() {
        var problem = Searches.problem(Landscapes.tree());
        int wins = Searches.winsOverRandom(
                GP, problem, 30, 24, history -> Searches.best(history, problem), Searches.losing(Landscapes::valleys));

        assertThat(wins).isGreaterThanOrEqualTo(18);
    }

    private static double away(Configuration at, double x, double y) {
        return Math.pow(at.get(X) - x, 2) + Math.pow(at.get(Y) - y, 2);
    }

    @Test
    void ofTwoObjectivesItFindsMoreOfTheFrontThanRandomSearch() {
        var problem = new Problem(
                SQUARE, List.of(Objective.minimize("a"), Objective.minimize("b")), List.of(), Fidelity.WHOLE);
        int wins = Searches.winsOverRandom(
                GP,
                problem,
                25,
                24,
                history -> -Hypervolume.of(losses(history), new double[] {1, 1}),
                at -> new Outcome.Completed(
                        Measurements.of("a", away(at, 0.3, 0.5)).and("b", away(at, 0.7, 0.5))));

        assertThat(wins).isGreaterThanOrEqualTo(18);
    }

    private static double[][] losses(History history) {
        return history.completed()
                .map(trial -> new double[] {
                    trial.value("a").orElseThrow(), trial.value("b").orElseThrow()
                })
                .toArray(double[][]::new);
    }

    @Test
    void underALimitItIsBetterThanRandomSearch() {
        var limit = new Constraint("size", Constraint.Bound.AT_MOST, 0.8, Constraint.Known.AFTER);
        var problem = new Problem(SQUARE, List.of(Objective.minimize("loss")), List.of(limit), Fidelity.WHOLE);
        int wins = Searches.winsOverRandom(GP, problem, 25, 24, history -> Searches.best(history, problem), at -> {
            var values = Measurements.of("loss", away(at, 0.9, 0.9)).and("size", at.get(X) + at.get(Y));
            return at.get(X) + at.get(Y) <= 0.8
                    ? new Outcome.Completed(values)
                    : new Outcome.OverLimit("size", at.get(X) + at.get(Y), values);
        });

        assertThat(wins).isGreaterThanOrEqualTo(18);
    }

    /** Half of the square fails, and the objective does not depend on where: of 100 trials, 50 would fail by chance. */
    @Test
    void itLearnsWhereTrialsFail() {
        var problem = Searches.problem(SQUARE);
        int failed = 0;
        for (int seed = 0; seed < 5; seed++) {
            var history = Searches.run(
                    GP,
                    problem,
                    40,
                    seed,
                    at -> at.get(Y) > 0.5
                            ? new Outcome.Failed(Outcome.Cause.ERROR, "too large")
                            : new Outcome.Completed(Measurements.of("loss", Math.abs(at.get(X) - 0.3))));
            failed += (int) history.finished()
                    .skip(20)
                    .filter(trial -> !trial.completed())
                    .count();
        }

        assertThat(failed).isLessThan(25);
    }

    /** Where a scheduler puts trials aside, none may end for a long time. */
    @Test
    void itLearnsFromTrialsThatWerePutAside() {
        var problem = new Problem(SQUARE, List.of(Objective.minimize("loss")), List.of(), Fidelity.epochs(27));
        int wins = 0;
        for (int seed = 0; seed < 24; seed++) {
            wins += bestOfPutAside(GP, problem, seed) < bestOfPutAside(new RandomSearch(), problem, 1_000 + seed)
                    ? 1
                    : 0;
        }

        assertThat(wins).isGreaterThanOrEqualTo(18);
    }

    private static double bestOfPutAside(Sampler sampler, Problem problem, long seed) {
        var history = History.EMPTY;
        double best = Double.POSITIVE_INFINITY;
        for (int n = 0; n < 20; n++) {
            var question = new Question(problem, history, Means.ENDLESS);
            var random = new SplittableRandom(new SplittableRandom(seed * 10_007 + n).nextLong());
            var at = ((Proposal.Suggested) sampler.suggest(question, random)).configuration();
            double loss = away(at, 0.3, 0.6);
            best = Math.min(best, loss);
            history = history.and(SampleEvents.started(n, at))
                    .and(SampleEvents.reported(n, 1, "loss", loss))
                    .and(new Event.Paused(n, SampleEvents.NOON, "a rung", Optional.empty()));
        }
        return best;
    }

    @Test
    void aNegativeNumberOfFirstTrialsIsRefused() {
        assertThatThrownBy(() -> new GaussianProcessSearch(-1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("startup = -1");
    }
}

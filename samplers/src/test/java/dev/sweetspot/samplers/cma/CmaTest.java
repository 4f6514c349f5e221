package dev.sweetspot.samplers.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.samplers.Functions;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CmaTest {
    private static Searches.Ending ending(Functions functions) {
        return configuration -> new Outcome.Completed(functions.function().apply(configuration));
    }

    private static int wins(Functions functions, int trials) {
        return Searches.winsOverRandom(
                new Cma(),
                functions.problem(),
                trials,
                24,
                history -> Searches.best(history, functions.problem()),
                ending(functions));
    }

    @Test
    void itIsBetterThanChance() {
        assertThat(wins(Functions.sphere(10), 100)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.valley(4), 100)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.mixed(), 100)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.branches(), 100)).isGreaterThanOrEqualTo(18);
    }

    /** Linear convergence is what the strategy is for: 400 trials take it to a ten-millionth of the range's square. */
    @Test
    void aBowlIsDescendedToTheBottom() {
        var sphere = Functions.sphere(3);
        int deep = 0;
        for (int seed = 0; seed < 20; seed++) {
            var history = Searches.run(new Cma(), sphere.problem(), 400, seed, ending(sphere));
            deep += Searches.best(history, sphere.problem()) < 1e-5 ? 1 : 0;
        }
        assertThat(deep).isGreaterThanOrEqualTo(18);
    }

    /** Whole numbers are left again however small the steps have become: all of ten are found exactly. */
    @Test
    void wholeNumbersDoNotFreeze() {
        var parameters = new Parameter<?>[5];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = Parameter.integer("n" + k, 0, 10);
        }
        var problem = Searches.problem(SearchSpace.of(parameters));
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            var history = Searches.run(new Cma(), problem, 300, seed, Searches.losing(CmaTest::fromEight));
            found += Searches.best(history, problem) == 0 ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(18);
    }

    private static double fromEight(Configuration configuration) {
        double sum = 0;
        for (var value : configuration.values().values()) {
            sum += Math.pow((Integer) value - 8, 2);
        }
        return sum;
    }

    /** Two wells, the wide one shallow: after it has converged, a restart finds the narrow one. */
    @Test
    void restartsLookElsewhere() {
        var x = Parameter.real("x", 0, 1);
        var y = Parameter.real("y", 0, 1);
        var problem = Searches.problem(SearchSpace.of(x, y));
        Searches.Ending wells = Searches.losing(c -> {
            double wide = 0.2 + Math.hypot(c.get(x) - 0.6, c.get(y) - 0.5);
            double narrow = 2 * Math.hypot(c.get(x) - 0.15, c.get(y) - 0.15);
            return Math.min(wide, narrow);
        });
        int with = 0;
        int without = 0;
        for (int seed = 0; seed < 15; seed++) {
            with += narrow(new Cma(), problem, seed, wells);
            without += narrow(new Cma(0, 0.3, Cma.Restart.NONE), problem, seed, wells);
        }
        assertThat(with).isGreaterThan(without + 5);
    }

    private static int narrow(Cma cma, Problem problem, int seed, Searches.Ending wells) {
        return Searches.best(Searches.run(cma, problem, 900, seed, wells), problem) < 0.1 ? 1 : 0;
    }

    @Test
    void reasonsSayTheGenerationAndTheStep() {
        var sphere = Functions.sphere(2);
        var history = Searches.run(new Cma(), sphere.problem(), 20, 1, ending(sphere));
        var question = new Question(sphere.problem(), history, Means.ENDLESS);

        // 4 + floor(3 ln 2) = 6 trials a generation: 20 trials are three of them, and the fourth has begun.
        assertThat(new Cma().suggest(question, new SplittableRandom(1)))
                .isInstanceOfSatisfying(Proposal.Suggested.class, proposal -> assertThat(
                                proposal.reasons().get(0))
                        .startsWith("drawn for generation 4 of 6 trials, step size 0."));
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Cma(3, 0.2, Cma.Restart.NONE)).hasMessageContaining("population");
        assertThatThrownBy(() -> new Cma(0, 0, Cma.Restart.NONE)).hasMessageContaining("step");
    }
}

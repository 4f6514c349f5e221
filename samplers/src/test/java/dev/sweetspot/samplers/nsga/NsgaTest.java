package dev.sweetspot.samplers.nsga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.samplers.Functions;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.samplers.Volumes;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class NsgaTest {
    private static final List<Sampler> BOTH = List.of(new Nsga2(), new Nsga3());

    private static int wins(Sampler sampler, Functions functions, int trials, double reference) {
        return Searches.winsOverRandom(
                sampler,
                functions.problem(),
                trials,
                24,
                history -> Volumes.missing(history, functions.problem(), reference),
                configuration -> new Outcome.Completed(functions.function().apply(configuration)));
    }

    @Test
    void frontsAreBetterThanByChance() {
        for (var sampler : BOTH) {
            assertThat(wins(sampler, Functions.zdt1(6), 150, 2)).isGreaterThanOrEqualTo(18);
            assertThat(wins(sampler, Functions.dtlz2(3, 8), 200, 1.2)).isGreaterThanOrEqualTo(18);
        }
        assertThat(wins(new Nsga3(), Functions.dtlz2(4, 8), 150, 1.2)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void oneObjectiveAndBranchesAreSearchedToo() {
        for (var sampler : BOTH) {
            for (var space : List.of(Landscapes.mixed(), Landscapes.tree())) {
                var problem = Searches.problem(space);
                boolean tree = space.equals(Landscapes.tree());
                int wins = Searches.winsOverRandom(
                        sampler,
                        problem,
                        100,
                        24,
                        history -> Searches.best(history, problem),
                        Searches.losing(c -> tree ? Landscapes.valleys(c) : Landscapes.bowl(c)));
                assertThat(wins).isGreaterThanOrEqualTo(18);
            }
        }
    }

    /** A limit that the better half of the space breaks: the search ends near the best that keeps it. */
    @Test
    void limitsAreKept() {
        RealParameter x = Parameter.real("x", 0, 1);
        RealParameter y = Parameter.real("y", 0, 1);
        var limit = new Constraint("size", Constraint.Bound.AT_MOST, 1, Constraint.Known.AFTER);
        var problem =
                new Problem(SearchSpace.of(x, y), List.of(Objective.maximize("sum")), List.of(limit), Fidelity.WHOLE);
        Searches.Ending ending = c -> new Outcome.Completed(
                Measurements.of("sum", c.get(x) + c.get(y)).and("size", c.get(x) + 2 * c.get(y)));
        for (var sampler : BOTH) {
            assertThat(Searches.winsOverRandom(sampler, problem, 250, 24, history -> -best(history, limit), ending))
                    .isGreaterThanOrEqualTo(18);
            double kept = 0;
            for (int seed = 0; seed < 20; seed++) {
                kept += kept(Searches.run(sampler, problem, 100, seed, ending), limit) / 20;
            }
            // In the second half of the trials; by chance it is 1 in 4, and the best lie at the border.
            assertThat(kept).isGreaterThan(0.4);
        }
    }

    private static double best(History history, Constraint limit) {
        return history.completed()
                .filter(trial -> limit.keeps(trial.value("size").orElseThrow()))
                .mapToDouble(trial -> trial.value("sum").orElseThrow())
                .max()
                .orElse(0);
    }

    private static double kept(History history, Constraint limit) {
        return history.completed()
                        .skip(50)
                        .filter(trial -> limit.keeps(trial.value("size").orElseThrow()))
                        .count()
                / 50.0;
    }

    /** Where a third of the cube fails, few children are made there after a while. */
    @Test
    void failuresAreLeftBehind() {
        RealParameter x = Parameter.real("x", 0, 1);
        var problem = Searches.problem(SearchSpace.of(x, Parameter.real("y", 0, 1)));
        for (var sampler : BOTH) {
            int failed = 0;
            for (int seed = 0; seed < 20; seed++) {
                failed += (int) Searches.run(
                                sampler,
                                problem,
                                80,
                                seed,
                                c -> c.get(x) < 1 / 3.0
                                        ? new Outcome.Failed(Outcome.Cause.ERROR, "broken")
                                        : new Outcome.Completed(Measurements.of("loss", c.get(x))))
                        .finished()
                        .skip(40)
                        .filter(trial -> !trial.completed())
                        .count();
            }
            int byChance = 0;
            for (int seed = 0; seed < 20; seed++) {
                byChance += (int) Searches.run(
                                new RandomSearch(),
                                problem,
                                40,
                                seed,
                                c -> c.get(x) < 1 / 3.0
                                        ? new Outcome.Failed(Outcome.Cause.ERROR, "broken")
                                        : new Outcome.Completed(Measurements.of("loss", c.get(x))))
                        .finished()
                        .filter(trial -> !trial.completed())
                        .count();
            }
            // The best lie at the border, so that mutations fall over it at times.
            assertThat(failed).isLessThan(byChance);
        }
    }

    /** Das and Dennis: 91 directions for 3 objectives and 12 parts, 210 for 5 and 6 (Deb and Jain 2014, table I). */
    @Test
    void directionsAreTheGridOfTheSimplex() {
        assertThat(Directions.of(3, 91).size()).isEqualTo(91);
        assertThat(Directions.of(5, 210).size()).isEqualTo(210);
        assertThat(Directions.of(2, 50).size()).isEqualTo(50);
        assertThat(Directions.of(1, 50).size()).isEqualTo(1);
        assertThat(Directions.of(9, 5).size()).isEqualTo(9);
    }

    /** The plane f1 / 2 + f2 / 4 + f3 / 8 = 1 over an ideal point of 0 cuts the axes at 2, 4 and 8. */
    @Test
    void interceptsAreThoseOfThePlane() {
        double[][] points = {{2, 0, 0}, {0, 4, 0}, {0, 0, 8}, {0.5, 1, 4}};

        assertThat(Intercepts.of(Front.of(points), new double[3]))
                .containsExactly(new double[] {2, 4, 8}, within(1e-9));
        // Extremes that coincide make no plane: the width of the front.
        assertThat(Intercepts.of(Front.of(new double[][] {{1, 1}}), new double[] {0, 0}))
                .containsExactly(1, 1);
    }

    /** The mean of the children of 0.4 and 0.6 by simulated binary crossover is their middle, whatever the index. */
    @Test
    void childrenLieAroundTheirParentsAndInTheCube() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var genes = new Genes(space, 1, 5, 1e9);
        var random = new SplittableRandom(1);
        double sum = 0;
        int children = 20_000;
        for (int i = 0; i < children; i++) {
            boolean swap = random.nextBoolean();
            double child = genes.child(new double[] {swap ? 0.4 : 0.6}, new double[] {swap ? 0.6 : 0.4}, random)[0];
            assertThat(child).isBetween(0.0, 1.0);
            sum += child;
        }
        // Hoeffding: off by 0.02 once in 10^6.
        assertThat(sum / children).isCloseTo(0.5, within(0.02));
    }

    @Test
    void whatIsActiveInOneParentOnlyComesFromIt() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
        var genes = new Genes(space, 1, 20, 1e9);
        var random = new SplittableRandom(2);

        for (int i = 0; i < 50; i++) {
            var child = genes.child(new double[] {0.3, Double.NaN}, new double[] {0.3, 0.7}, random);
            assertThat(child[1]).isCloseTo(0.7, within(1e-6));
        }
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new Nsga2(3, 0.9, 20, 20)).hasMessageContaining("population");
        assertThatThrownBy(() -> new Nsga3(50, 1.1, 20, 20)).hasMessageContaining("crossover");
        assertThatThrownBy(() -> new Nsga2(50, 0.9, 0, 20)).hasMessageContaining("crossoverIndex");
    }
}

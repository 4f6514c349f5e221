package dev.sweetspot.samplers.de;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.samplers.Functions;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.samplers.Volumes;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Outcome;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class DeTest {
    private static int wins(Functions functions, int trials) {
        return Searches.winsOverRandom(
                new De(),
                functions.problem(),
                trials,
                24,
                history -> Searches.best(history, functions.problem()),
                configuration -> new Outcome.Completed(functions.function().apply(configuration)));
    }

    @Test
    void itIsBetterThanChance() {
        assertThat(wins(Functions.sphere(4), 150)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.valley(4), 200)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.mixed(), 150)).isGreaterThanOrEqualTo(18);
        assertThat(wins(Functions.branches(), 150)).isGreaterThanOrEqualTo(18);
    }

    @Test
    void treesAndSeveralObjectivesAreSearchedToo() {
        var tree = Searches.problem(Landscapes.tree());
        assertThat(Searches.winsOverRandom(
                        new De(), tree, 150, 24, h -> Searches.best(h, tree), Searches.losing(Landscapes::valleys)))
                .isGreaterThanOrEqualTo(18);
        var zdt1 = Functions.zdt1(6);
        assertThat(Searches.winsOverRandom(
                        new De(),
                        zdt1.problem(),
                        200,
                        24,
                        history -> Volumes.missing(history, zdt1.problem(), 6),
                        c -> new Outcome.Completed(zdt1.function().apply(c))))
                .isGreaterThanOrEqualTo(18);
    }

    /** 0.3 + 0.5 (0.8 - 0.4) by hand; what leaves the cube is drawn anew inside. */
    @Test
    void aMutantIsTheBaseMovedByADifference() {
        var mutation = new Mutation(SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)), 0.5, 0.5);
        var random = new SplittableRandom(1);
        var mutant = mutation.mutant(new double[] {0.3, 0.9}, new double[] {0.8, 0.9}, new double[] {0.4, 0.1}, random);

        assertThat(mutant[0]).isEqualTo(0.3 + 0.5 * (0.8 - 0.4));
        assertThat(mutant[1]).isBetween(0.0, 1.0);
    }

    /** At least one coordinate is the mutant's; with CR = 0 exactly one, each equally often. */
    @Test
    void aChildTakesAtLeastOneCoordinateOfTheMutant() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1), Parameter.real("z", 0, 1));
        var never = new Mutation(space, 0.5, 0);
        var always = new Mutation(space, 0.5, 1);
        var random = new SplittableRandom(2);
        double[] target = {0, 0, 0};
        double[] mutant = {1, 1, 1};
        var counts = new double[3];
        for (int i = 0; i < 3_000; i++) {
            var child = never.crossed(target, mutant, random);
            assertThat(child[0] + child[1] + child[2]).isEqualTo(1);
            for (int k = 0; k < 3; k++) {
                counts[k] += child[k];
            }
        }
        // Hoeffding with all three: 140 off once in 10^5.
        for (double count : counts) {
            assertThat(count).isBetween(860.0, 1140.0);
        }
        assertThat(always.crossed(target, mutant, random)).containsExactly(1, 1, 1);
    }

    @Test
    void settingsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new De(3, 0.5, 0.5)).hasMessageContaining("population");
        assertThatThrownBy(() -> new De(16, 0, 0.5)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new De(16, 0.5, 2)).hasMessageContaining("crossover");
    }
}

package dev.sweetspot.samplers.qmc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.samplers.Searches;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.testkit.SampleSpaces;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QmcTest {
    private static final RealParameter X = Parameter.real("x", 0, 1);
    private static final RealParameter Y = Parameter.real("y", 0, 1);

    private static History search(Qmc qmc, SearchSpace space, int trials, long seed) {
        return Searches.run(qmc, Searches.problem(space), trials, seed, Searches.losing(c -> 1));
    }

    /** Points 32 to 63 of a scrambled Sobol sequence are a net: each of 32 elementary boxes of every shape has one. */
    @Test
    void aBlockOfTrialsHasOneInEachBoxOfEveryShape() {
        for (long seed = 0; seed < 10; seed++) {
            var block =
                    search(new Qmc(), SearchSpace.of(X, Y), 64, seed).trials().subList(32, 64);
            for (int k = 0; k <= 5; k++) {
                int columns = 1 << k;
                int rows = 1 << (5 - k);
                assertThat(block.stream().map(t -> {
                            int column = (int) (t.configuration().get(X) * columns);
                            int row = (int) (t.configuration().get(Y) * rows);
                            return column * rows + row;
                        }))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void seedsGiveOtherPoints() {
        var one = search(new Qmc(), SearchSpace.of(X, Y), 10, 1);
        var other = search(new Qmc(), SearchSpace.of(X, Y), 10, 2);

        assertThat(configurations(one)).doesNotContainAnyElementsOf(configurations(other));
    }

    private static List<Configuration> configurations(History history) {
        return history.trials().stream().map(Trial::configuration).toList();
    }

    @Test
    void choicesAreMetEquallyOften() {
        var kind = Parameter.categorical("kind", "a", "b", "c", "d");
        for (var qmc : List.of(new Qmc(), new Qmc(Qmc.Kind.HALTON))) {
            Map<String, Integer> counts = new HashMap<>();
            search(qmc, SearchSpace.of(kind, X, Y), 128, 3).trials().stream()
                    .skip(64)
                    .forEach(trial -> counts.merge(trial.configuration().get(kind), 1, Integer::sum));
            // 64 trials, 16 a choice, give or take two for each digit in which Halton's bases do not fit.
            assertThat(counts.values()).hasSize(4).allMatch(count -> Math.abs(count - 16) <= 2);
        }
    }

    /** Where a relation is broken, another scrambling is asked: what is left of the space is still filled evenly. */
    @Test
    void relationsLeaveTheRestEvenlyFilled() {
        var history = search(new Qmc(), SampleSpaces.ordered(), 400, 4);
        var a = Parameter.real("a", 0, 1);
        var low = history.trials().stream()
                .filter(trial -> trial.configuration().get(a) < 0.5)
                .count();

        // a <= b <= c with c in {0, 1}: c is 1 but for a null set, and a is below a half in 3/4 of the triangle.
        assertThat(low).isBetween(260L, 340L);
        assertThat(history.size()).isEqualTo(400);
    }

    /** The largest gap between neighbours among 64 numbers: 64 bins with one each leave at most two bins' width. */
    @Test
    void gapsAreSmallerThanByChance() {
        var sorted = search(new Qmc(), SearchSpace.of(X), 128, 5).trials().subList(64, 128).stream()
                .mapToDouble(trial -> trial.configuration().get(X))
                .sorted()
                .toArray();
        for (int i = 1; i < sorted.length; i++) {
            assertThat(sorted[i] - sorted[i - 1]).isLessThan(2.0 / 64);
        }
    }

    @Test
    void moreDimensionsThanDirectionNumbersAreFilledAllTheSame() {
        var parameters = new Parameter<?>[600];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = Parameter.real("p" + i, 0, 1);
        }

        assertThat(search(new Qmc(), SearchSpace.of(parameters), 5, 6).size()).isEqualTo(5);
    }
}

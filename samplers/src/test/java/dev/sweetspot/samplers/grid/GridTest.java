package dev.sweetspot.samplers.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.Question;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.SampleEvents;
import dev.sweetspot.testkit.SampleSpaces;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridTest {
    private static History search(Grid grid, SearchSpace space, int trials) {
        return Searches.run(grid, Searches.problem(space), trials, 0, Searches.losing(c -> 1));
    }

    private static List<Configuration> tried(History history) {
        return history.trials().stream().map(Trial::configuration).toList();
    }

    @Test
    void everyConfigurationComesOnceAndThenTheEnd() {
        for (var space : List.of(SampleSpaces.finite(), wide(), tree())) {
            var all = new HashSet<Configuration>();
            Encoding.of(space).enumerate().forEachRemaining(all::add);

            assertThat(tried(search(new Grid(), space, all.size() + 5))).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private static SearchSpace wide() {
        return SearchSpace.of(
                Parameter.integer("n", 1, 9),
                Parameter.ordinal("size", 8, 16, 32, 64),
                Parameter.bool("flip"),
                Parameter.real("rate", 0, 1).withStep(0.25));
    }

    private static SearchSpace tree() {
        var kind = Parameter.categorical("kind", "a", "b", "c");
        var n = Parameter.integer("n", 1, 3);
        return SearchSpace.of(kind)
                .with(n, Condition.when(kind, "b", "c"))
                .with(Parameter.bool("x"), Condition.when(kind, "b"), Condition.when(n, 2, 3))
                .with(Parameter.bool("y"), Condition.when(kind, "a", "b"));
    }

    @Test
    void numbersWithoutEndGetPointsOverTheirScale() {
        var rate = Parameter.real("rate", 1e-4, 1).logarithmic();
        var history = search(new Grid(3), SearchSpace.of(rate, Parameter.bool("flip")), 100);

        assertThat(history.size()).isEqualTo(6);
        assertThat(history.trials().stream()
                        .mapToDouble(t -> t.configuration().get(rate))
                        .sorted()
                        .toArray())
                .containsExactly(new double[] {1e-4, 1e-4, 0.01, 0.01, 1, 1}, within(1e-15));
        assertThat(search(new Grid(1), SearchSpace.of(rate), 100).size()).isEqualTo(1);
        assertThat(search(new Grid(5), SampleSpaces.shares(), 100).size()).isEqualTo(15);
    }

    /** After 16 of 256 every row and every column of a coarse 4 by 4 grid has been met. */
    @Test
    void theCoarseComesFirst() {
        var x = Parameter.integer("x", 0, 15);
        var y = Parameter.integer("y", 0, 15);
        var first = tried(search(new Grid(), SearchSpace.of(x, y), 16));

        assertThat(first.stream().map(c -> c.get(x) / 4 * 4 + c.get(y) / 4).distinct())
                .hasSize(16);
    }

    /** Whatever was kept in memory: an interrupted grid goes on where it was. */
    @Test
    void theNextOneFollowsFromWhatWasTried() {
        var space = wide();
        var whole = tried(search(new Grid(), space, 360));
        for (int done : new int[] {0, 1, 57, 200, 300, 359}) {
            var history = History.EMPTY;
            for (var configuration : whole.subList(0, done)) {
                history = history.and(SampleEvents.started(history.size(), configuration));
            }
            var question = new Question(Searches.problem(space), history, Means.ENDLESS);

            assertThat(new Grid().suggest(question, new SplittableRandom(done)))
                    .isInstanceOfSatisfying(Proposal.Suggested.class, next -> assertThat(next.configuration())
                            .isEqualTo(whole.get(done)));
        }
    }

    @Test
    void aTargetBreaksItOff() throws InterruptedException {
        var n = Parameter.integer("n", 1, 100);
        var objective = Objective.minimize("loss");
        List<Integer> seen = new ArrayList<>();
        Optimization.of(objective, trial -> {
                    seen.add(trial.suggest(n));
                    return Math.abs(trial.suggest(n) - 42);
                })
                .in(SearchSpace.of(n))
                .with(new StudySpec.Search(new Grid(), new RunToTheEnd()))
                .run(new Budget.Target(objective, 0), Clock.systemUTC());

        assertThat(seen).doesNotHaveDuplicates().endsWith(42).hasSizeLessThan(100);
        assertThat(Set.copyOf(seen)).contains(42);
    }

    @Test
    void wideWholeNumbersAreNotListed() {
        var n = Parameter.integer("n", 1, Integer.MAX_VALUE);

        assertThat(tried(search(new Grid(), SearchSpace.of(n, Parameter.real("x", 0, 1)), 50)))
                .hasSize(50)
                .doesNotHaveDuplicates();
    }

    @Test
    void pointsMustBeThere() {
        assertThatThrownBy(() -> new Grid(0)).hasMessageContaining("points").hasMessageContaining("0");
    }
}

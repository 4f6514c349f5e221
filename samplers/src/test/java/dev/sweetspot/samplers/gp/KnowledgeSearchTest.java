package dev.sweetspot.samplers.gp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.samplers.Landscapes;
import dev.sweetspot.samplers.Searches;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With 24 pairs, 18 wins come by chance once in 90 times to what makes no difference. */
@Tag("once")
class KnowledgeSearchTest {
    private static final Problem PROBLEM = Searches.problem(Landscapes.mixed());
    private static final int PAIRS = 24;

    private static History search(Knowledge knowledge, int trials, long seed) {
        return Searches.run(
                new GaussianProcessSearch(), PROBLEM, knowledge, trials, seed, Searches.losing(Landscapes::bowl));
    }

    private static int winsOverNone(Knowledge knowledge, int trials) {
        return Searches.count(
                PAIRS,
                seed -> Searches.best(search(knowledge, trials, seed), PROBLEM)
                        < Searches.best(search(Knowledge.NONE, trials, 1_000 + seed), PROBLEM));
    }

    @Test
    void aRightBeliefFindsGoodConfigurationsSooner() {
        var beliefs = List.of(Belief.in("rate", 0.003), Belief.in("units", 50), Belief.in("kind", "c"));

        assertThat(winsOverNone(new Knowledge(List.of(), beliefs, List.of()), 10))
                .isGreaterThanOrEqualTo(18);
    }

    /** The bowl reaches 1.2 far from its minimum; 0.1 is near it. */
    @Test
    void aWrongBeliefIsForgotten() {
        var wrong = new Knowledge(List.of(), List.of(Belief.in("rate", 1.0), Belief.in("kind", "a")), List.of());
        for (int seed = 0; seed < 3; seed++) {
            assertThat(Searches.best(search(wrong, 60, seed), PROBLEM)).isLessThan(0.1);
        }
    }

    private static Knowledge.Related earlier(String name, ToDoubleFunction<Configuration> loss, long seed) {
        return Knowledge.Related.of(name, Searches.run(new RandomSearch(), PROBLEM, 40, seed, Searches.losing(loss)));
    }

    @Test
    void earlierStudiesOfTheSameKindSaveTrials() {
        var related =
                List.of(earlier("one", at -> 3 + 10 * Landscapes.bowl(at), 77), earlier("two", Landscapes::bowl, 78));

        assertThat(winsOverNone(new Knowledge(List.of(), List.of(), related), 10))
                .isGreaterThanOrEqualTo(18);
    }

    /** Losing at least 18 of 24 pairs would come by chance once in 90 times to a search that is no worse. */
    @Test
    void anEarlierStudyThatMisleadsIsNotListenedTo() {
        var misleading = List.of(earlier("upside down", at -> -Landscapes.bowl(at), 79));

        assertThat(winsOverNone(new Knowledge(List.of(), List.of(), misleading), 25))
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void ofEarlierStudiesTheBestIsTriedFirst() {
        var study = earlier("one", Landscapes::bowl, 80);
        var first = search(new Knowledge(List.of(), List.of(), List.of(study)), 1, 5)
                .trial(0);

        assertThat(study.results().stream()
                        .map(Knowledge.Result::configuration)
                        .sorted(Comparator.comparingDouble(Landscapes::bowl))
                        .limit(5))
                .contains(first.configuration());
    }
}

package dev.sweetspot.sampler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.HashSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UntriedTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SearchSpace GRID =
            SearchSpace.of(Parameter.integer("n", 1, 20), Parameter.integer("m", 1, 30));

    private static History started(History history, Configuration configuration) {
        return history.and(new Event.Started(
                history.size(), NOON, configuration, Origin.given("test"), Start.FRESH, 1, "worker", 1));
    }

    private static History ended(History history, Configuration configuration) {
        var before = started(history, configuration);
        return before.and(
                new Event.Finished(history.size(), NOON, new Outcome.Completed(Measurements.of("loss", 1)), 1));
    }

    private static Untried of(SearchSpace space, History history, Memory memory) {
        return Untried.of(new Question(Problem.of(space, Objective.minimize("loss")), history, Means.ENDLESS, memory));
    }

    /** 600 cells, more than the memory keeps in one piece; every second trial still runs in the last third. */
    @Test
    void everythingIsFoundOnceWithAndWithoutMemory() {
        var kept = new Memory();
        var history = History.EMPTY;
        var found = new HashSet<Configuration>();
        for (int i = 0; i < 600; i++) {
            var drawn = of(GRID, history, kept).draw(new SplittableRandom(i));

            assertThat(of(GRID, history, new Memory()).draw(new SplittableRandom(i)))
                    .isEqualTo(drawn);
            assertThat(found.add(drawn.orElseThrow())).isTrue();
            history = i > 400 && i % 2 == 0 ? started(history, drawn.get()) : ended(history, drawn.get());
        }
        assertThat(of(GRID, history, kept).draw(new SplittableRandom(1))).isEmpty();
        assertThat(of(GRID, history, kept).near(new double[] {0.5, 0.5}, new SplittableRandom(1)))
                .isEmpty();
    }

    /** A memory of a longer history is no harm to a shorter one. */
    @Test
    void whatALongerHistoryHadIsNotTriedInAShorterOne() {
        var kept = new Memory();
        var history = History.EMPTY;
        var all = Encoding.of(GRID).enumerate();
        var first = all.next();
        History shorter = ended(history, first);
        history = shorter;
        while (all.hasNext()) {
            history = ended(history, all.next());
        }
        of(GRID, history, kept);

        assertThat(of(GRID, shorter, kept).contains(first)).isFalse();
        var other = first.with(Parameter.integer("n", 1, 20), 7);
        assertThat(of(GRID, shorter, kept).contains(other)).isTrue();
    }

    @Test
    void nearATriedOneIsOneThatDiffersInOneParameter() {
        var space = SearchSpace.of(Parameter.integer("n", 1, 5), Parameter.bool("b"));
        var at = Encoding.of(space).decode(new double[] {0.5, 0.25}).orElseThrow();
        var history = started(History.EMPTY, at);
        for (int seed = 0; seed < 20; seed++) {
            var near = of(space, history, new Memory())
                    .near(new double[] {0.5, 0.25}, new SplittableRandom(seed))
                    .orElseThrow();
            long same = near.values().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(at.values().get(entry.getKey())))
                    .count();

            assertThat(same).isEqualTo(1);
        }
    }

    @Test
    void inASpaceWithoutEndThereIsAlwaysOne() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var at = Encoding.of(space).decode(new double[] {0.5}).orElseThrow();

        assertThat(of(space, started(History.EMPTY, at), new Memory())
                        .near(new double[] {0.5}, new SplittableRandom(1)))
                .isPresent()
                .get()
                .isNotEqualTo(at);
    }
}

package dev.sweetspot.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistoryBuilderTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Event.Started started(int number, Start start) {
        var origin = number % 50 == 3 ? new Origin(Origin.ENQUEUED, 2, 0, List.of()) : Origin.given("test");
        return new Event.Started(number, NOON, Configuration.of(Map.of("x", 0.5)), origin, start, 4, "w", 1);
    }

    /** What may happen to a study of many trials, drawn at random among what can follow. */
    private static List<Event> events(int count) {
        var random = new SplittableRandom(1);
        var events = new ArrayList<Event>();
        events.add(new Event.Ordered(NOON, Standing.PAUSED, "by hand"));
        events.add(new Event.Enqueued(NOON, Configuration.of(Map.of("x", 0.25))));
        var history = History.EMPTY.and(events.get(0)).and(events.get(1));
        while (events.size() < count) {
            var event = draw(history, random);
            try {
                history = history.and(event);
                events.add(event);
            } catch (IllegalArgumentException cannotFollow) {
                // Another is drawn.
                assertThat(cannotFollow).hasMessageContaining("trial");
            }
        }
        return events;
    }

    private static Event draw(History history, SplittableRandom random) {
        int size = history.size();
        int trial = size == 0 ? 0 : size - 1 - random.nextInt(Math.min(size, 40));
        return switch (random.nextInt(10)) {
            case 0, 1 -> started(size, size > 0 && random.nextInt(4) == 0 ? new Start.Repeat(trial) : Start.FRESH);
            case 2 -> new Event.Finished(trial, NOON, new Outcome.Completed(Measurements.of("loss", trial)), 9);
            case 3 -> new Event.Finished(trial, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "no"), 9);
            case 4 -> new Event.Paused(trial, NOON, "rung", Optional.of("c" + trial));
            case 5 -> new Event.Resumed(trial, NOON, 1, 8, "w2", "on");
            case 6 ->
                random.nextInt(50) == 0
                        ? new Event.SpaceChanged(
                                NOON,
                                SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y" + size, 0, 1)),
                                List.of("y"))
                        : new Event.Suggested(
                                trial,
                                NOON,
                                new SearchSpace.Dimension(Parameter.real("z" + size / 100, 0, 1), List.of()),
                                "0.5");
            default ->
                new Event.Reported(
                        trial,
                        NOON,
                        trial < size ? history.trial(trial).curve().reached() + 1 : 1,
                        measured(random),
                        1,
                        random.nextBoolean() ? Optional.of("c") : Optional.empty());
        };
    }

    /** Not every report has every name, nor all in the same order. */
    private static Measurements measured(SplittableRandom random) {
        var loss = Measurements.of("loss", random.nextDouble());
        return switch (random.nextInt(4)) {
            case 0 -> loss.and("accuracy", random.nextDouble());
            case 1 -> Measurements.of("accuracy", random.nextDouble()).and("loss", random.nextDouble());
            case 2 -> random.nextInt(10) == 0 ? Measurements.NONE : loss;
            default -> loss;
        };
    }

    private static String curve(Trial trial) {
        var curve = trial.curve();
        var text = new StringBuilder();
        for (int i = 0; i < curve.size(); i++) {
            text.append(curve.fidelity(i)).append(curve.seconds(i)).append(curve.at(i));
        }
        return text.toString();
    }

    private static void assertSame(History one, History other) {
        assertThat(one.version()).isEqualTo(other.version());
        assertThat(one.met()).isEqualTo(other.met());
        assertThat(one.space()).isEqualTo(other.space());
        assertThat(one.changes()).isEqualTo(other.changes());
        assertThat(one.waiting()).isEqualTo(other.waiting());
        assertThat(one.order()).isEqualTo(other.order());
        assertThat(one.fidelitySpent()).isEqualTo(other.fidelitySpent());
        assertThat(one.size()).isEqualTo(other.size());
        for (int i = 0; i < one.size(); i++) {
            assertThat(one.trial(i))
                    .usingRecursiveComparison()
                    .ignoringFields("curve")
                    .isEqualTo(other.trial(i));
            assertThat(curve(one.trial(i))).isEqualTo(curve(other.trial(i)));
        }
        assertThat(numbers(one.running().toList()))
                .isEqualTo(numbers(other.running().toList()));
        assertThat(numbers(one.paused().toList()))
                .isEqualTo(numbers(other.paused().toList()));
        assertThat(numbers(one.finished().toList()))
                .isEqualTo(numbers(other.finished().toList()));
        assertThat(numbers(one.completed().toList()))
                .isEqualTo(numbers(other.completed().toList()));
        assertThat(numbers(one.repeats().toList()))
                .isEqualTo(numbers(other.repeats().toList()));
    }

    private static List<Integer> numbers(List<Trial> trials) {
        return trials.stream().map(Trial::number).toList();
    }

    @Test
    void allEventsAtOnceAddUpToWhatTheyDoOneByOne() {
        var events = events(8000);
        var builder = new HistoryBuilder();
        var history = History.EMPTY;
        for (var event : events) {
            builder.add(event);
            history = history.and(event);
        }
        assertThat(history.size()).isGreaterThan(1024);
        assertThat(history.changes()).isNotEmpty();
        assertSame(builder.history(), history);
        var further = started(history.size(), Start.FRESH);
        assertSame(builder.history().and(further), history.and(further));
    }

    @Test
    void noEventsAreNoHistory() {
        assertSame(new HistoryBuilder().history(), History.EMPTY);
    }

    @Test
    void whatCannotFollowIsRefused() {
        var builder = new HistoryBuilder();
        assertThatThrownBy(() -> builder.add(started(1, Start.FRESH))).hasMessage("trial = 1: the next number is 0");
        builder.add(started(0, Start.FRESH));
        assertThatThrownBy(() -> builder.add(started(1, new Start.Repeat(0)))).hasMessageContaining("it runs");
    }
}

package dev.sweetspot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Start;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedLogTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

    private static Event started(int trial) {
        return new Event.Started(
                trial,
                NOON.plusMillis(trial),
                Configuration.of(Map.of("x", 1e-300 / 3, "n", -7, "kind", "\u00e4 \"b\"", "on", true)),
                new Origin("tpe", Long.MAX_VALUE, Long.MIN_VALUE, List.of("because of trial " + trial, "\ud83d\ude00")),
                trial == 0 ? Start.FRESH : new Start.FromCheckpoint(0, 1.5),
                5,
                "w",
                2,
                "bfloat16");
    }

    private static Event finished(int trial, Outcome outcome) {
        return new Event.Finished(trial, NOON.minusSeconds(trial), outcome, 0.1 + 0.2);
    }

    private static Event reported(int trial, double fidelity, Measurements values, Optional<String> checkpoint) {
        return new Event.Reported(trial, NOON.plusNanos(trial), fidelity, values, 12.25, checkpoint);
    }

    private static List<Event> everyKind() {
        var odd = Measurements.of("loss", Double.NaN)
                .and("\n", Double.NEGATIVE_INFINITY)
                .and("zero", -0.0)
                .and("large", 1e300)
                .and("whole", -(double) (1L << 40))
                .and("above", 2.0 * (1L << 40) + 1);
        return List.of(
                started(0),
                started(1),
                new Event.Suggested(1, NOON, new SearchSpace.Dimension(Parameter.real("y", 0, 1), List.of()), "0.25"),
                reported(0, 1, Measurements.of("loss", 0.1), Optional.of("c1")),
                reported(0, 1.0000000000000002, odd, Optional.empty()),
                reported(1, 3, Measurements.NONE, Optional.of("c1")),
                new Event.Paused(1, NOON, "rung", Optional.of("c2")),
                new Event.Resumed(1, NOON, 3, 9, "w2", "best of 3"),
                finished(0, new Outcome.Completed(odd)),
                finished(1, new Outcome.Failed(Outcome.Cause.LOST, "half \ud83d of a pair")),
                new Event.SpaceChanged(NOON, SearchSpace.of(Parameter.real("z", 0, 2)), List.of("z is new")),
                new Event.Enqueued(NOON, Configuration.of(Map.of("z", 1))),
                new Event.Ordered(NOON, Standing.PAUSED, "by hand"));
    }

    /** Every second position is another study's. */
    private static List<Logged> logged(List<Event> events) {
        var logged = new ArrayList<Logged>();
        events.forEach(event -> logged.add(new Logged(1_000_001L + 2L * logged.size(), event)));
        return logged;
    }

    private static String json(Event event) {
        return Json.write(EventForms.toForm(event));
    }

    @Test
    void whatIsPackedIsReadAsFromJson() {
        var events = everyKind();
        var read = PackedLog.read(PackedLog.of(logged(events))).orElseThrow();
        assertThat(read.stream().map(each -> json(each.event())))
                .containsExactlyElementsOf(
                        events.stream().map(PackedLogTest::json).toList());
        assertThat(read.stream().map(Logged::position))
                .containsExactlyElementsOf(
                        logged(events).stream().map(Logged::position).toList());
        for (int i = 0; i < events.size(); i++) {
            var fromJson = EventForms.fromForm(Json.parse(json(events.get(i)), "test"));
            assertThat(read.get(i).event().getClass()).isEqualTo(fromJson.getClass());
            assertThat(json(read.get(i).event())).isEqualTo(json(fromJson));
        }
        assertThat(read.get(3).event()).isEqualTo(events.get(3));
        assertThat(read.get(8).event()).isEqualTo(events.get(8));
    }

    @Test
    void reportsTakeAQuarterOfTheirJson() {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 1000; i++) {
            events.add(reported(i % 16, 1 + i / 16, Measurements.of("loss", 1.0 / (3 + i)), Optional.empty()));
        }
        int jsonBytes = events.stream().mapToInt(event -> json(event).length()).sum();
        assertThat(PackedLog.of(logged(events)).length).isLessThan(jsonBytes / 4);
    }

    @Test
    void damagedBytesAreNotRead() {
        var packed = PackedLog.of(logged(everyKind()));
        for (int i = 0; i < packed.length; i++) {
            var damaged = packed.clone();
            damaged[i] ^= 4;
            assertThat(PackedLog.read(damaged)).isEmpty();
        }
        assertThat(PackedLog.read(new byte[0])).isEmpty();
        assertThat(PackedLog.read("something else".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void nothingIsPackedAsNothing() {
        assertThat(PackedLog.read(PackedLog.of(List.of())).orElseThrow()).isEmpty();
    }
}

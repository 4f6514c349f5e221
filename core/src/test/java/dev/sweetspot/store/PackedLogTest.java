package dev.sweetspot.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Json;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store.Logged;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.EventForms;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.HistoryBuilder;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Reports;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Start;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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

    private static List<Logged> read(byte[] packed) {
        var events = new ArrayList<Logged>();
        PackedLog.read(packed).orElseThrow().each(events::add);
        return events;
    }

    @Test
    void whatIsPackedIsReadAsFromJson() {
        var events = everyKind();
        var read = read(PackedLog.of(logged(events)));
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
    void theBeginningOfATrialIsReadAsFromJson() {
        var values = new LinkedHashMap<String, Object>();
        values.put("whole as a number", 1.0);
        values.put("large", 1e300);
        values.put("zero", -0.0);
        values.put("whole", Integer.MIN_VALUE);
        values.put("text", "1");
        values.put("off", false);
        for (var means : List.of(
                new Means(OptionalDouble.of(0.1 + 0.2), OptionalDouble.empty(), 3),
                new Means(
                        OptionalDouble.empty(), OptionalDouble.of(7), 1, OptionalInt.of(0), OptionalDouble.of(1e-9)))) {
            var origin = new Origin("auto", 12, -3, List.of("because"), Optional.of(means));
            var started = new Event.Started(4, NOON, Configuration.of(values), origin, Start.FRESH, 0.25, "w", 1, "");
            var read = read(PackedLog.of(logged(List.of(started)))).get(0).event();
            var fromJson = (Event.Started) EventForms.fromForm(Json.parse(json(started), "test"));
            assertThat(read).isEqualTo(fromJson);
            assertThat(((Event.Started) read).configuration().values())
                    .isEqualTo(fromJson.configuration().values());
            assertThat(List.copyOf(
                            ((Event.Started) read).configuration().values().keySet()))
                    .isEqualTo(List.copyOf(values.keySet()));
        }
    }

    @Test
    void whatAPackAddsUpToIsWhatItsEventsDo() {
        var events = new ArrayList<Event>(List.of(started(0)));
        for (int trial = 1; trial < 5; trial++) {
            events.add(new Event.Started(
                    trial, NOON, Configuration.empty(), Origin.given("test"), Start.FRESH, 9, "w", 1));
        }
        for (int i = 0; i < 200; i++) {
            var values = Measurements.of(i % 7 == 3 ? "accuracy" : "loss", 1.0 / (1 + i));
            events.add(reported(i % 5, 1 + i / 5, values, i % 11 == 0 ? Optional.of("c" + i) : Optional.empty()));
        }
        events.add(finished(3, new Outcome.Completed(Measurements.of("loss", 0.5))));
        var history = History.EMPTY;
        for (var event : events) {
            history = history.and(EventForms.fromForm(Json.parse(json(event), "test")));
        }
        var all = new HistoryBuilder();
        PackedLog.read(PackedLog.of(logged(events))).orElseThrow().addUp(new Store.Sum() {
            @Override
            public void add(long position, Event event) {
                all.add(event);
            }

            @Override
            public void add(long position, Reports reports, int index) {
                all.add(reports, index);
            }
        });

        var added = all.history();

        assertThat(added.version()).isEqualTo(history.version());
        assertThat(added.fidelitySpent()).isEqualTo(history.fidelitySpent());
        for (int trial = 0; trial < 5; trial++) {
            var curve = added.trial(trial).curve();
            var expected = history.trial(trial).curve();
            assertThat(curve.size()).isEqualTo(expected.size()).isEqualTo(40);
            for (int i = 0; i < curve.size(); i++) {
                assertThat(curve.at(i)).isEqualTo(expected.at(i));
                assertThat(curve.fidelity(i)).isEqualTo(expected.fidelity(i));
                assertThat(curve.seconds(i)).isEqualTo(expected.seconds(i));
            }
            assertThat(added.trial(trial))
                    .usingRecursiveComparison()
                    .ignoringFields("curve")
                    .isEqualTo(history.trial(trial));
        }
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
        assertThat(read(PackedLog.of(List.of()))).isEmpty();
    }
}

package dev.sweetspot.testkit;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Events of trials that nobody ran. */
public final class SampleEvents {
    /** When they all happened. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private SampleEvents() {}

    /** A trial of a configuration begins, by a worker named w. */
    public static Event started(int trial, Configuration configuration) {
        return new Event.Started(trial, NOON, configuration, Origin.given("test"), Start.FRESH, 5, "w", 1);
    }

    /** A trial of some configuration begins. */
    public static Event started(int trial) {
        return started(trial, Configuration.of(Map.of("x", 0.1, "n", 3, "kind", "a")));
    }

    /** A report of one value. */
    public static Event reported(int trial, double fidelity, String name, double value) {
        return new Event.Reported(
                trial, NOON, fidelity, Measurements.of(name, value), 2, Optional.of("checkpoint-" + fidelity));
    }

    /** A trial ends with one value. */
    public static Event completed(int trial, String name, double value) {
        return new Event.Finished(trial, NOON, new Outcome.Completed(Measurements.of(name, value)), 3);
    }

    /** A trial fails. */
    public static Event failed(int trial) {
        return new Event.Finished(
                trial, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "\u00e4 \"quoted\"\nand broken"), 3);
    }

    /** An event whose worker saw that many events of the trial before it. */
    public static Change seeing(long seen, Event event) {
        return new Change(event, seen);
    }
}

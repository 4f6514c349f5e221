package dev.sweetspot.testkit;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.Relation;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store.Change;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events of trials that nobody ran. */
public final class SampleEvents {
    /** When they all happened. */
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private SampleEvents() {}

    /** A trial of a configuration begins, by a worker named w. */
    public static Event.OfTrial started(int trial, Configuration configuration) {
        return new Event.Started(trial, NOON, configuration, Origin.given("test"), Start.FRESH, 5, "w", 1);
    }

    /** A trial of some configuration begins. */
    public static Event.OfTrial started(int trial) {
        return started(trial, Configuration.of(Map.of("x", 0.1, "n", 3, "kind", "a")));
    }

    /** A report of one value. */
    public static Event.OfTrial reported(int trial, double fidelity, String name, double value) {
        return new Event.Reported(
                trial, NOON, fidelity, Measurements.of(name, value), 2, Optional.of("checkpoint-" + fidelity));
    }

    /** A worker goes on with a trial, from its beginning. */
    public static Event.OfTrial resumed(int trial, String worker) {
        return new Event.Resumed(trial, NOON, 0, 5, worker, "the lease of w had ended");
    }

    /** A trial ends with one value. */
    public static Event.OfTrial completed(int trial, String name, double value) {
        return new Event.Finished(trial, NOON, new Outcome.Completed(Measurements.of(name, value)), 3);
    }

    /** A trial fails. */
    public static Event.OfTrial failed(int trial) {
        return new Event.Finished(
                trial, NOON, new Outcome.Failed(Outcome.Cause.ERROR, "\u00e4 \"quoted\"\nand broken"), 3);
    }

    /** From now on there is one parameter, a choice of one of these. */
    public static Event.OfStudy spaceChanged(String... choices) {
        var space = SearchSpace.of(Parameter.categorical("kind", choices), Parameter.real("x", 0, 1))
                .with(new Relation.Forbidden(Map.of("kind", choices[0])));
        return new Event.SpaceChanged(NOON, space, List.of("kind: " + choices[0] + " is retired"));
    }

    /** A configuration of one number is enqueued. */
    public static Event.OfStudy enqueued(double x) {
        return new Event.Enqueued(NOON, Configuration.of(Map.of("x", x)));
    }

    /** A person decides whether the study is worked on. */
    public static Event.OfStudy ordered(Standing standing) {
        return new Event.Ordered(NOON, standing, "by hand");
    }

    /** An event whose worker saw that many events of what it changes. */
    public static Change seeing(long seen, Event event) {
        return new Change(event, seen);
    }
}

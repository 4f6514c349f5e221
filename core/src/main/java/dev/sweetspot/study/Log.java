package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.util.LinkedHashMap;
import java.util.List;

/** One worker's view of a study's log: reads on from where it was, and appends under what it saw. */
final class Log {
    private final Store store;
    private final String study;
    private final SearchSpace space;
    private long position;
    private History history = History.EMPTY;

    Log(Store store, String study, SearchSpace space) {
        this.store = store;
        this.study = study;
        this.space = space;
    }

    /** The history as it is now. */
    synchronized History refresh() {
        for (var logged : store.read(study, position)) {
            history = history.and(typed(logged.event()));
            position = logged.position();
        }
        return history;
    }

    /** The history as it was last seen. */
    synchronized History seen() {
        return history;
    }

    /**
     * Appends events; false when another worker was first.
     *
     * @throws IllegalArgumentException when an event cannot follow what the worker saw: a log with such an event could
     *     not be read again
     */
    synchronized boolean append(List<Store.Change> batch) {
        var after = history;
        for (var change : batch) {
            if (!sees(change, after)) {
                return false;
            }
            after = after.and(change.event());
        }
        boolean done = store.append(study, batch) instanceof Store.Appended.Done;
        refresh();
        return done;
    }

    private static boolean sees(Store.Change change, History history) {
        if (!(change.event() instanceof Event.OfTrial event)) {
            return change.seen() == history.decisionVersion();
        }
        int trial = event.trial();
        if (event instanceof Event.Started) {
            return trial >= history.size() && change.seen() == history.decisionVersion();
        }
        return change.seen() == (trial < history.size() ? history.trial(trial).version() : 0);
    }

    /** A store gives plain values back; the space knows their types. */
    private Event typed(Event event) {
        if (event instanceof Event.Enqueued enqueued) {
            return new Event.Enqueued(enqueued.at(), typed(enqueued.configuration()));
        }
        if (!(event instanceof Event.Started started)) {
            return event;
        }
        return new Event.Started(
                started.trial(),
                started.at(),
                typed(started.configuration()),
                started.origin(),
                started.start(),
                started.target(),
                started.worker(),
                started.threads(),
                started.numericMode());
    }

    private Configuration typed(Configuration configuration) {
        var now = history.space().orElse(space);
        var values = new LinkedHashMap<String, Object>();
        configuration
                .values()
                .forEach((name, value) -> values.put(
                        name,
                        now.find(name)
                                .or(() -> history.met().find(name))
                                .<Object>map(parameter -> parameter.check(value))
                                .orElse(value)));
        return Configuration.of(values);
    }
}

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

    /** Appends events; false when another worker was first. */
    synchronized boolean append(List<Store.Change> batch) {
        boolean done = store.append(study, batch) instanceof Store.Appended.Done;
        refresh();
        return done;
    }

    /** A store gives plain values back; the space knows their types. */
    private Event typed(Event event) {
        if (!(event instanceof Event.Started started)) {
            return event;
        }
        var values = new LinkedHashMap<String, Object>();
        started.configuration()
                .values()
                .forEach((name, value) -> values.put(
                        name,
                        space.find(name)
                                .<Object>map(parameter -> parameter.check(value))
                                .orElse(value)));
        return new Event.Started(
                started.trial(),
                started.at(),
                Configuration.of(values),
                started.origin(),
                started.start(),
                started.target(),
                started.worker(),
                started.threads());
    }
}

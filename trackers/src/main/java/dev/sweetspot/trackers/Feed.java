package dev.sweetspot.trackers;

import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Tells a tracker what is in the log of a study, from its beginning on. For one thread. */
final class Feed {
    /** So many events are held at once; more would take memory, and trackers send what they were told in between. */
    private static final int PAGE = 10_000;

    private final Store store;
    private final Study study;
    private final Tracker tracker;
    private long position;
    private long told;

    Feed(Store store, Study study, Tracker tracker) {
        this.store = store;
        this.study = study;
        this.tracker = tracker;
    }

    /** As it stands now. */
    static Tracked tracked(Store store, Study study) {
        var made =
                store.find(study.spec().name()).map(found -> found.createdAt()).orElse(Instant.EPOCH);
        return new Tracked(study.spec(), study.space(), study.history(), made);
    }

    /** Tells all that happened since the last time. */
    void catchUp() throws IOException {
        var history = study.refresh();
        while (told < history.version()) {
            for (var logged : page(history.version() - told)) {
                tell(logged.event(), history);
                position = logged.position();
                told++;
            }
            tracker.flush();
        }
    }

    /** The same, and that nobody works on it at present. */
    void leave() throws IOException {
        catchUp();
        tracker.left(tracked(store, study));
        tracker.flush();
    }

    /** The next events, so that none is told of that the history does not have yet. */
    private List<Store.Logged> page(long most) {
        var page = new ArrayList<Store.Logged>();
        try {
            store.each(study.spec().name(), position, logged -> {
                if (page.size() == Math.min(most, PAGE)) {
                    throw new Enough();
                }
                page.add(logged);
            });
        } catch (Enough enough) {
            return page;
        }
        return page;
    }

    private void tell(Event event, History history) throws IOException {
        if (event instanceof Event.Started started) {
            tracker.began(started);
        } else if (event instanceof Event.Reported reported) {
            tracker.reported(reported);
        } else if (event instanceof Event.Finished finished) {
            tracker.ended(finished, history.trial(finished.trial()));
        }
    }

    /** Ends reading in the middle of a log. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough for now", null, false, false);
        }
    }
}

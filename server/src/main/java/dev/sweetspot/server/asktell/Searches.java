package dev.sweetspot.server.asktell;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.store.StudyGone;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.study.Study;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** The studies of a store that clients ask and tell over HTTP; each is opened when it is first asked about. */
public final class Searches implements AutoCloseable {
    /** Each of them holds a thread of the server; who finds no seat is told to come again. */
    private static final int SEATS = 24;

    /** Each holds all trials of its study in memory. One that was let go is opened again, and nothing of it is lost. */
    private static final int MOST_OPEN = 32;

    private final Store store;
    private final String process;
    private final Chosen chosen;
    private final Opened.Means means;
    private final Semaphore seats = new Semaphore(SEATS);
    private final Map<String, Search> open = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param store closed with this
     * @param process a name that no other process has
     * @param chosen who searches, where a study does not say it
     * @param means the lease is that of clients who say nothing of it
     */
    public Searches(Store store, String process, Chosen chosen, Opened.Means means) {
        this.store = store;
        this.process = process;
        this.chosen = chosen;
        this.means = means;
    }

    Chosen chosen() {
        return chosen;
    }

    Opened.Means means() {
        return means;
    }

    /** The names of all studies, the newest first. */
    List<String> names() {
        return store.studies().stream().map(StudyRecord::name).toList();
    }

    /**
     * Makes a study, or goes on with it.
     *
     * @throws InvalidInputException when it cannot be made so, or is there with another description
     */
    Opened open(StartTwo start, String name) {
        if (!start.describes()) {
            with(name, Search::study);
        }
        Opened opened;
        try {
            opened = Opened.of(start, store, name, means);
        } catch (InvalidInputException refused) {
            if (store.find(name).isEmpty() || refused instanceof Refusal) {
                throw refused;
            }
            // Another client has made it in the meantime.
            opened = Opened.of(start, store, name, means);
        }
        if (opened.made()) {
            forget(name);
        }
        with(name, search -> {
            search.parallelism(start.parallelism());
            return search;
        });
        return opened;
    }

    /**
     * Does something with a study.
     *
     * @throws Refusal when there is none of that name
     */
    <T> T with(String name, Function<Search, T> what) {
        try {
            return what.apply(search(name));
        } catch (StudyGone gone) {
            forget(name);
            throw gone;
        }
    }

    private Search search(String name) {
        synchronized (open) {
            var known = open.get(name);
            if (known != null) {
                return known;
            }
        }
        var opened = opened(name);
        synchronized (open) {
            var first = open.putIfAbsent(name, opened);
            var oldest = open.values().iterator();
            while (open.size() > MOST_OPEN) {
                oldest.next();
                oldest.remove();
            }
            return first == null ? opened : first;
        }
    }

    private void forget(String name) {
        synchronized (open) {
            open.remove(name);
        }
    }

    private Search opened(String name) {
        var record = store.find(name).orElseThrow(() -> Refusal.unknown("study", name, names()));
        var study = Study.open(store, name, means.clock(), means.lease());
        var clients = new Clients(store, name, process, means.lease());
        return new Search(study, clients, record.createdAt(), clock(), seats);
    }

    private InstantSource clock() {
        return means.clock();
    }

    @Override
    public void close() {
        synchronized (open) {
            open.clear();
        }
        try {
            store.close();
        } catch (StoreException e) {
            System.getLogger(Searches.class.getName()).log(System.Logger.Level.DEBUG, "not closed in order", e);
        }
    }
}

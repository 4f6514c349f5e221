package dev.sweetspot.server.studies;

import dev.sweetspot.server.Refusal;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.store.StudyGone;
import dev.sweetspot.study.Study;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The stores whose studies are looked at, and the studies of them that were looked at last: opened once, read on from there. */
public final class StudyStores implements AutoCloseable {
    /** A study of 50,000 trials takes some hundred megabytes. */
    private static final int MOST_OPEN = 6;

    private final Supplier<List<Place>> places;
    private final InstantSource clock;
    private final Duration lease;
    private final Map<String, Store> stores = new HashMap<>();
    private final Map<String, Study> studies = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A store.
     *
     * @param id its name in addresses of pages: "usual"
     * @param address what opens it, with its password
     */
    public record Place(String id, String address) {
        /** As everybody may read it. */
        String shown() {
            return Stores.shown(address);
        }

        /** Whether somebody has made it; who looks at one makes none. */
        boolean isThere() {
            return Stores.file(address).map(Files::exists).orElse(true);
        }
    }

    /**
     * @param places of now: more may come, and each keeps its name
     * @param lease of workers on these studies
     */
    public StudyStores(Supplier<List<Place>> places, InstantSource clock, Duration lease) {
        this.places = places;
        this.clock = clock;
        this.lease = lease;
    }

    /** All of them. */
    List<Place> places() {
        return places.get();
    }

    /** The store of that name. */
    Place place(String id) {
        var all = places();
        return all.stream()
                .filter(place -> place.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unknown("store", id, all.stream().map(Place::id).toList()));
    }

    /** The store of that name; empty where nobody has made it yet. */
    synchronized Optional<Store> find(String id) {
        var place = place(id);
        if (!place.isThere()) {
            return Optional.empty();
        }
        return Optional.of(stores.computeIfAbsent(id, name -> Stores.open(place.address())));
    }

    /** The store of that name, which has to be there. */
    Store store(String id) {
        return find(id).orElseThrow(
                        () -> Refusal.unknown("store", place(id).shown(), "sweetspot tune, which makes it?"));
    }

    /** A study with all that has happened until now. */
    Study study(String id, String name) {
        try {
            var study = opened(id, name);
            study.refresh();
            return study;
        } catch (StudyGone gone) {
            forget(id, name);
            var study = opened(id, name);
            study.refresh();
            return study;
        }
    }

    private Study opened(String id, String name) {
        var key = id + "/" + name;
        synchronized (this) {
            var known = studies.get(key);
            if (known != null) {
                return known;
            }
        }
        var store = store(id);
        if (store.find(name).isEmpty()) {
            var names = store.studies().stream().map(study -> study.name()).toList();
            throw Refusal.unknown("study", name, names);
        }
        var study = Study.open(store, name, clock, lease);
        synchronized (this) {
            studies.put(key, study);
            var oldest = studies.keySet().iterator();
            while (studies.size() > MOST_OPEN) {
                oldest.next();
                oldest.remove();
            }
        }
        return study;
    }

    private synchronized void forget(String id, String name) {
        studies.remove(id + "/" + name);
    }

    @Override
    public synchronized void close() {
        studies.clear();
        stores.values().forEach(Store::close);
        stores.clear();
    }
}

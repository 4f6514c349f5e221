package dev.sweetspot.studio.work;

import dev.sweetspot.store.Store;
import dev.sweetspot.store.Stores;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The studies of a project, as they stand: processes write them, and this looks. For any number of threads. */
public final class WorkStudies implements AutoCloseable {
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final String address;
    private final Path scratch;
    private final InstantSource clock;
    private final Map<String, Study> open = new HashMap<>();
    private Optional<Store> store = Optional.empty();

    /** @param project its folder */
    public WorkStudies(Path project, InstantSource clock) {
        this.address = Works.store(project);
        this.scratch = project.resolve("scratch");
        this.clock = clock;
    }

    /** A study as it is now; empty where there is none of that name yet. */
    public synchronized Optional<Study> study(String name) {
        var known = open.get(name);
        if (known != null) {
            known.refresh();
            return Optional.of(known);
        }
        if (store.isEmpty()) {
            // Looking makes nothing: the first process makes the store.
            if (!Stores.file(address).map(Files::exists).orElse(true)) {
                return Optional.empty();
            }
            store = Optional.of(Stores.open(address));
        }
        var found = store.flatMap(there -> there.find(name))
                .map(record -> Study.open(store.orElseThrow(), record.name(), clock, LEASE));
        found.ifPresent(study -> open.put(name, study));
        return found;
    }

    /** The trial of a training, as it is now; empty before it has begun. */
    public Optional<Trial> trial(Sighting sighting) {
        return sighting.study().flatMap(this::study).flatMap(study -> sighting.trial()
                .filter(number -> number < study.history().size())
                .map(number -> study.history().trial(number)));
    }

    /** The checkpoint that a trial can be gone on from; empty where none is kept. */
    public synchronized Optional<Path> checkpoint(String study, int trial) {
        var found = study(study)
                .filter(there -> trial >= 0 && trial < there.history().size())
                .flatMap(there -> there.history().trial(trial).checkpoint());
        return found.flatMap(checkpoint -> Stores.artifacts(address, scratch).get(study, trial, checkpoint.artifact()));
    }

    @Override
    public synchronized void close() {
        store.ifPresent(Store::close);
        store = Optional.empty();
        open.clear();
    }
}

package dev.sweetspot.store;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Studies that live as long as this object: for tests, for quick searches, and as the model of what a store does. */
public final class InMemoryStore implements Store {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final LongSupplier nanos;

    private static final class Entry {
        final StudyRecord study;
        final List<Logged> log = new ArrayList<>();
        final List<Long> versions = new ArrayList<>();
        long decisions;
        final Map<Integer, Held> leases = new HashMap<>();

        Entry(StudyRecord study) {
            this.study = study;
        }
    }

    private record Held(String worker, long until) {}

    /** A store whose leases run on this machine's monotonic clock. */
    public InMemoryStore() {
        this(System::nanoTime);
    }

    /**
     * A store with a clock of its own.
     *
     * @param nanos a monotonic clock in nanoseconds
     */
    public InMemoryStore(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void create(StudyRecord study) {
        if (entries.putIfAbsent(study.name(), new Entry(study)) != null) {
            throw new InvalidInputException("study", study.name(), "is there already", "another --name, or resume it?");
        }
    }

    @Override
    public synchronized Optional<StudyRecord> find(String study) {
        return Optional.ofNullable(entries.get(study)).map(entry -> entry.study);
    }

    @Override
    public synchronized List<StudyRecord> studies() {
        return entries.values().stream()
                .map(entry -> entry.study)
                .sorted(Comparator.comparing(StudyRecord::createdAt).reversed())
                .toList();
    }

    @Override
    public synchronized Store only(String study) {
        return new Only(study, require(study));
    }

    @Override
    public synchronized void delete(String study) {
        entries.remove(study);
    }

    @Override
    public synchronized Appended append(String study, List<Change> batch) {
        var entry = require(study);
        // What this batch has changed so far; the study itself is touched only when all of it fits.
        var changed = new LinkedHashMap<Integer, Long>();
        int trials = entry.versions.size();
        long decisions = entry.decisions;
        for (var change : batch) {
            if (!(change.event() instanceof Event.OfTrial event)) {
                if (decisions != change.seen()) {
                    return new Appended.Conflict(OptionalInt.empty(), change.seen(), decisions);
                }
                decisions++;
                continue;
            }
            int trial = event.trial();
            boolean starts = event instanceof Event.Started;
            long version = changed.getOrDefault(trial, trial < entry.versions.size() ? entry.versions.get(trial) : 0L);
            boolean numberFits = starts ? trial == trials : trial < trials;
            long actual = starts && numberFits ? decisions : version;
            if (!numberFits || actual != change.seen()) {
                return new Appended.Conflict(OptionalInt.of(trial), change.seen(), actual);
            }
            changed.put(trial, version + 1);
            trials += starts ? 1 : 0;
        }
        changed.forEach((trial, version) -> {
            if (trial < entry.versions.size()) {
                entry.versions.set(trial, version);
            } else {
                entry.versions.add(version);
            }
        });
        entry.decisions = decisions;
        batch.forEach(change -> entry.log.add(new Logged(entry.log.size() + 1L, change.event())));
        return new Appended.Done(entry.log.size());
    }

    @Override
    public synchronized Appended append(String study, List<Change> batch, List<LeaseChange> leases) {
        var appended = append(study, batch);
        if (appended instanceof Appended.Done) {
            for (var change : leases) {
                if (change instanceof LeaseChange.Taken taken) {
                    lease(study, taken.trial(), taken.worker(), taken.length());
                } else {
                    release(study, change.trial(), change.worker());
                }
            }
        }
        return appended;
    }

    @Override
    public synchronized List<Logged> read(String study, long after) {
        var log = require(study).log;
        return List.copyOf(log.subList((int) Math.min(after, log.size()), log.size()));
    }

    @Override
    public synchronized boolean lease(String study, int trial, String worker, Duration length) {
        var leases = require(study).leases;
        var held = leases.get(trial);
        if (held != null && !held.worker().equals(worker) && held.until() - nanos.getAsLong() > 0) {
            return false;
        }
        leases.put(trial, new Held(worker, nanos.getAsLong() + length.toNanos()));
        return true;
    }

    @Override
    public synchronized void release(String study, int trial, String worker) {
        require(study)
                .leases
                .computeIfPresent(trial, (number, held) -> held.worker().equals(worker) ? null : held);
    }

    @Override
    public synchronized List<Lease> leases(String study) {
        long now = nanos.getAsLong();
        var result = new ArrayList<Lease>();
        require(study).leases.forEach((trial, held) -> {
            if (held.until() - now > 0) {
                result.add(new Lease(trial, held.worker(), Duration.ofNanos(held.until() - now)));
            }
        });
        return result;
    }

    private Entry require(String study) {
        var entry = entries.get(study);
        if (entry == null) {
            throw new InvalidInputException("study", study, "is not in this store", "one of " + entries.keySet() + "?");
        }
        return entry;
    }

    @Override
    public void close() {}

    /** The store as long as an entry is what stands under a name. */
    private final class Only implements Store {
        private final String name;
        private final Entry entry;

        Only(String name, Entry entry) {
            this.name = name;
            this.entry = entry;
        }

        private <T> T still(String study, Supplier<T> answer) {
            synchronized (InMemoryStore.this) {
                if (study.equals(name) && entries.get(name) != entry) {
                    throw new StudyGone(name);
                }
                return answer.get();
            }
        }

        @Override
        public void create(StudyRecord study) {
            InMemoryStore.this.create(study);
        }

        @Override
        public Optional<StudyRecord> find(String study) {
            return still(study, () -> InMemoryStore.this.find(study));
        }

        @Override
        public List<StudyRecord> studies() {
            return InMemoryStore.this.studies();
        }

        @Override
        public Store only(String study) {
            return still(study, () -> InMemoryStore.this.only(study));
        }

        @Override
        public void delete(String study) {
            still(study, () -> entries.remove(study));
        }

        @Override
        public Appended append(String study, List<Change> batch) {
            return still(study, () -> InMemoryStore.this.append(study, batch));
        }

        @Override
        public Appended append(String study, List<Change> batch, List<LeaseChange> leases) {
            return still(study, () -> InMemoryStore.this.append(study, batch, leases));
        }

        @Override
        public List<Logged> read(String study, long after) {
            return still(study, () -> InMemoryStore.this.read(study, after));
        }

        @Override
        public boolean lease(String study, int trial, String worker, Duration length) {
            return still(study, () -> InMemoryStore.this.lease(study, trial, worker, length));
        }

        @Override
        public void release(String study, int trial, String worker) {
            still(study, () -> {
                InMemoryStore.this.release(study, trial, worker);
                return true;
            });
        }

        @Override
        public List<Lease> leases(String study) {
            return still(study, () -> InMemoryStore.this.leases(study));
        }

        @Override
        public void close() {}
    }
}

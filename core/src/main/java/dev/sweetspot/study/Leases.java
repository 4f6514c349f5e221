package dev.sweetspot.study;

import dev.sweetspot.store.Store;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The leases of this process: takes, renews and gives them back. */
final class Leases {
    private static final System.Logger LOG = System.getLogger(Leases.class.getName());

    private final Store store;
    private final String study;
    private final Duration length;
    private final Map<Integer, String> held = new ConcurrentHashMap<>();
    /** Those that are taken with the beginnings of trials which this process has decided and that are not durable yet. */
    private final Set<Integer> coming = ConcurrentHashMap.newKeySet();
    /** Those that somebody outside of this process keeps: he may be gone while it lives. */
    private final Map<Integer, String> lent = new ConcurrentHashMap<>();
    /** Those that were renewed since they were taken, or are about to be. */
    private final Set<Integer> renewed = ConcurrentHashMap.newKeySet();

    Leases(Store store, String study, Duration length) {
        this.store = store;
        this.study = study;
        this.length = length;
    }

    boolean take(int trial, String worker) {
        boolean taken = store.lease(study, trial, worker, length);
        if (taken) {
            held.put(trial, worker);
        }
        return taken;
    }

    /** The lease of a trial that is about to begin, for whoever appends that; {@link #settled} follows, whatever comes of it. */
    Store.LeaseChange.Taken taking(int trial, String worker) {
        coming.add(trial);
        return new Store.LeaseChange.Taken(trial, worker, length);
    }

    /**
     * What came of the beginning of a trial.
     *
     * @param begun whether the lease was taken with it
     */
    void settled(int trial, String worker, boolean begun) {
        if (begun) {
            held.put(trial, worker);
        }
        coming.remove(trial);
    }

    /**
     * Keeps a lease no longer than it is said, and renews it for as long.
     *
     * @return false when another worker has it
     */
    boolean lend(int trial, String worker, Duration howLong) {
        lent.put(trial, worker);
        boolean fresh = held.remove(trial, worker) && !renewed.contains(trial);
        return (fresh && howLong.equals(length)) || store.lease(study, trial, worker, howLong);
    }

    /** A lease that another process has lent. */
    void known(int trial, String worker) {
        lent.put(trial, worker);
    }

    /** The lease of a trial that this process leaves. */
    List<Store.LeaseChange> leaving(int trial, String worker) {
        return held.containsKey(trial) || lent.containsKey(trial)
                ? List.of(new Store.LeaseChange.GivenBack(trial, worker))
                : List.of();
    }

    /**
     * The trials that count as running, and whose lease has ended: their workers are gone.
     *
     * @param until now: what another worker has ended meanwhile is not lost, its lease went with its end
     */
    List<Trial> lost(History history, Supplier<History> until) {
        var others = history.running()
                // In this order: what comes is held before it comes no more.
                .filter(trial -> !coming.contains(trial.number()) && !held.containsKey(trial.number()))
                .toList();
        if (others.isEmpty()) {
            return others;
        }
        var alive = new HashSet<Integer>();
        store.leases(study).forEach(lease -> alive.add(lease.trial()));
        var suspects =
                others.stream().filter(trial -> !alive.contains(trial.number())).toList();
        if (suspects.isEmpty()) {
            return suspects;
        }
        var now = until.get();
        return suspects.stream()
                .filter(trial -> now.trial(trial.number()).version() == trial.version())
                .toList();
    }

    /** It was given back with what ended the trial. */
    void left(int trial, String worker) {
        held.remove(trial, worker);
        lent.remove(trial, worker);
        if (renewed.remove(trial)) {
            // A renewal that was on its way may have taken it once more, behind the end.
            giveBack(trial, worker);
        }
    }

    private void giveBack(int trial, String worker) {
        try {
            store.release(study, trial, worker);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "could not give back the lease of trial " + trial, e);
        }
    }

    void release(int trial, String worker) {
        renewed.remove(trial);
        boolean had = held.remove(trial, worker);
        if (lent.remove(trial, worker) || had) {
            store.release(study, trial, worker);
        }
    }

    /** Renews all leases of this process three times in their length, until it is closed. */
    Renewal renewing() {
        var thread = new Thread(this::renewForEver, "sweetspot-leases");
        thread.setDaemon(true);
        thread.start();
        return thread::interrupt;
    }

    private void renewForEver() {
        while (true) {
            try {
                Thread.sleep(Math.max(1, length.toMillis() / 3));
            } catch (InterruptedException closed) {
                return;
            }
            renewAll();
        }
    }

    void renewAll() {
        held.forEach((trial, worker) -> {
            try {
                renew(trial, worker);
            } catch (RuntimeException | OutOfMemoryError e) {
                // The next round tries again; a lease that ends for good is noticed when the trial is told.
                LOG.log(System.Logger.Level.DEBUG, "could not renew the lease of trial " + trial, e);
            }
        });
    }

    private void renew(int trial, String worker) {
        renewed.add(trial);
        if (!store.lease(study, trial, worker, length)) {
            // Another worker has it; this one notices when it tells something of the trial.
            held.remove(trial, worker);
            renewed.remove(trial);
        } else if (!worker.equals(held.get(trial))) {
            // It was left meanwhile: nobody would give back what was taken just now.
            store.release(study, trial, worker);
        }
    }
}

package dev.sweetspot.study;

import dev.sweetspot.store.Store;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Trial;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The leases of this process: takes, renews and gives them back. */
final class Leases {
    private static final System.Logger LOG = System.getLogger(Leases.class.getName());

    private final Store store;
    private final String study;
    private final Duration length;
    private final Map<Integer, String> held = new ConcurrentHashMap<>();

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

    /** The trials that count as running, and whose lease has ended: their workers are gone. */
    List<Trial> lost(History history) {
        var others = history.running()
                .filter(trial -> !held.containsKey(trial.number()))
                .toList();
        if (others.isEmpty()) {
            return others;
        }
        var alive = new HashSet<Integer>();
        store.leases(study).forEach(lease -> alive.add(lease.trial()));
        return others.stream().filter(trial -> !alive.contains(trial.number())).toList();
    }

    void release(int trial, String worker) {
        if (held.remove(trial, worker)) {
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
            held.forEach((trial, worker) -> {
                try {
                    if (!store.lease(study, trial, worker, length)) {
                        // Another worker has it; this one notices when it tells something of the trial.
                        held.remove(trial, worker);
                    }
                } catch (RuntimeException e) {
                    // The next round tries again; a lease that ends for good is noticed when the trial is told.
                    LOG.log(System.Logger.Level.DEBUG, "could not renew the lease of trial " + trial, e);
                }
            });
        }
    }
}

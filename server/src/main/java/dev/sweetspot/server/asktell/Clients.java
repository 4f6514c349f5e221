package dev.sweetspot.server.asktell;

import dev.sweetspot.server.Refusal;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Trials that are kept by those who ask over HTTP: each for as long as its client said, from when he was last heard of. All that
 * has to outlive this process lies in the store: the lease, and the name under which the trial was given out.
 */
final class Clients implements Custody {
    /** No worker of another kind has such a name, so nobody over HTTP takes his trials for theirs. */
    private static final String KIND = "http:";

    private final Store store;
    private final String study;
    private final String process;
    private final Duration usual;
    private final AtomicLong unnamed = new AtomicLong();
    private final Map<Integer, Loan> loans = new ConcurrentHashMap<>();

    /** How long the client of a trial may be silent, and when he was last written down as being there. */
    private record Loan(Duration length, long renewed) {}

    /**
     * @param process a name that no other process has
     * @param usual how long a client may be silent who says nothing of that
     */
    Clients(Store store, String study, String process, Duration usual) {
        this.store = store;
        this.study = study;
        this.process = process;
        this.usual = usual;
    }

    @Override
    public String worker() {
        return worker(process + "-" + unnamed.incrementAndGet());
    }

    /** The name of a worker by the key that a client gave. */
    String worker(String key) {
        return KIND + key;
    }

    /** The trials that were given out under a key and are open. */
    static Optional<String> keyOf(Trial trial) {
        return trial.state() instanceof TrialState.Running running
                        && running.worker().startsWith(KIND)
                ? Optional.of(running.worker().substring(KIND.length()))
                : Optional.empty();
    }

    /** Refuses what a client says about a trial that another one has now. */
    static void require(Trial trial, Optional<String> key) {
        var has = keyOf(trial);
        if (key.isPresent() && has.isPresent() && !has.equals(key)) {
            throw Refusal.conflict(
                    "key",
                    key.get(),
                    "has not got trial " + trial.number() + " any more: another client has it",
                    "ask again?");
        }
    }

    @Override
    public void given(ActiveTrial trial) {
        lend(trial, usual);
    }

    /** Keeps a trial for a client for as long as that, from now. */
    void lend(ActiveTrial trial, Duration length) {
        loans.put(trial.number(), new Loan(length, System.nanoTime()));
        trial.lend(length);
    }

    /** How long its client may be silent. */
    Duration length(int trial) {
        var loan = loans.get(trial);
        return loan == null ? usual : loan.length();
    }

    /** Not each sign of life is worth a commit. */
    @Override
    public void heard(ActiveTrial trial) {
        var loan = loans.get(trial.number());
        if (loan == null || System.nanoTime() - loan.renewed() > loan.length().toNanos() / 4) {
            lend(trial, length(trial.number()));
        }
    }

    @Override
    public void told(int trial) {
        loans.remove(trial);
    }

    @Override
    public Optional<ActiveTrial> again(Study of, int number) {
        var trial = of.refresh().trial(number);
        if (keyOf(trial).isEmpty() || !(trial.state() instanceof TrialState.Running running)) {
            return Optional.empty();
        }
        // What its client once said is not known any more; he is not given less than what is left of it.
        var left = store.leases(study).stream()
                .filter(lease -> lease.trial() == number)
                .map(Store.Lease::left)
                .filter(length -> length.compareTo(usual) > 0)
                .findFirst()
                .orElse(usual);
        loans.put(number, new Loan(left, System.nanoTime() - left.toNanos()));
        return of.again(number, new Claim(running.worker(), 1, 1, Duration.ZERO));
    }
}

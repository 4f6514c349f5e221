package dev.sweetspot.study;

import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one thread wants to append, and what became of it: settled once, by whoever commits. */
final class Appending {
    private final List<Store.Change> batch;
    private final List<Store.LeaseChange> leases;
    private boolean open = true;
    private boolean done;
    private @Nullable Throwable failure;

    Appending(List<Store.Change> batch, List<Store.LeaseChange> leases) {
        this.batch = batch;
        this.leases = leases;
    }

    List<Store.Change> batch() {
        return batch;
    }

    List<Store.LeaseChange> leases() {
        return leases;
    }

    /**
     * A history and these events; empty when it is not what was seen.
     *
     * @throws IllegalArgumentException when an event cannot follow
     */
    Optional<History> after(History before) {
        var after = before;
        for (var change : batch) {
            if (!sees(change, after)) {
                return Optional.empty();
            }
            after = after.and(change.event());
        }
        return Optional.of(after);
    }

    private static boolean sees(Store.Change change, History history) {
        if (!(change.event() instanceof Event.OfTrial event)) {
            return change.seen() == history.decisionVersion();
        }
        int trial = event.trial();
        if (event instanceof Event.Started) {
            return trial == history.size() && change.seen() == history.decisionVersion();
        }
        return change.seen() == (trial < history.size() ? history.trial(trial).version() : 0);
    }

    /** Whether nothing became of it yet. */
    boolean open() {
        return open;
    }

    void end(boolean appended) {
        open = false;
        done = appended;
    }

    void fail(Throwable cause) {
        open = false;
        failure = cause;
    }

    /** Whether it was appended; what went wrong is thrown to whoever wanted it. */
    boolean done() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return done;
    }
}

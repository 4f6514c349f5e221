package dev.sweetspot.study;

import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.HistoryBuilder;
import dev.sweetspot.trial.Reports;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One worker's view of a study's log: reads on from where it was, and appends under what it saw. */
final class Log {
    private final Store store;
    private final String study;
    private final SearchSpace space;
    private final Optional<Consumer<Event>> follower;
    private final Queue<Appending> queue = new ConcurrentLinkedQueue<>();
    private final Object commits = new Object();
    private volatile long looked = System.nanoTime();
    private long position;
    /** Looked at by all threads while one of them waits for the store. */
    private volatile History history = History.EMPTY;
    /** Why the follower has missed an event; what it knows is wrong from then on. */
    private volatile @Nullable StoreException missed;

    Log(Store store, String study, SearchSpace space) {
        this(store, study, space, Optional.empty());
    }

    /** @param follower told of every event that is read, in the order of the log */
    Log(Store store, String study, SearchSpace space, Optional<Consumer<Event>> follower) {
        this.follower = follower;
        this.store = store;
        this.study = study;
        this.space = space;
    }

    /** The history as it was not long ago: looks again only where that is longer ago. */
    History refresh(Duration longAgo) {
        requireFollowed();
        return System.nanoTime() - looked > longAgo.toNanos() ? refresh() : history;
    }

    /**
     * The history as it is now.
     *
     * @throws StoreException when the follower failed at an event, now or before: whoever went on would decide without it
     */
    synchronized History refresh() {
        requireFollowed();
        looked = System.nanoTime();
        if (position == 0) {
            open();
        } else {
            store.each(study, position, logged -> take(logged.event(), logged.position()));
        }
        return history;
    }

    /** All that happened before this worker came, in one pass. */
    private void open() {
        var before = new Before();
        if (follower.isPresent()) {
            store.each(study, 0, logged -> before.add(logged.position(), logged.event()));
        } else {
            store.addUp(study, before);
        }
        history = before.all.history();
        position = before.last;
        // Whoever follows hears of it when all of it was read: where reading fails, it is read again.
        before.told.forEach(this::tell);
    }

    /** What happened before this worker came. */
    private final class Before implements Store.Sum {
        private final HistoryBuilder all = new HistoryBuilder();
        private final List<Event> told = new ArrayList<>();
        private long last;

        @Override
        public void add(long itsPosition, Event plain) {
            var event = Typed.event(plain, all.space().orElse(space), all.met());
            all.add(event);
            last = itsPosition;
            follower.ifPresent(each -> told.add(event));
        }

        @Override
        public void add(long itsPosition, Reports reports, int index) {
            all.add(reports, index);
            last = itsPosition;
        }
    }

    private void take(Event plain, long itsPosition) {
        var event = Typed.event(plain, history, space);
        history = history.and(event);
        position = itsPosition;
        tell(event);
    }

    /** Half of an event may have been taken in, so that nothing can be told again: a follower that fails has failed for good. */
    private void tell(Event event) {
        requireFollowed();
        try {
            follower.ifPresent(each -> each.accept(event));
        } catch (StoreException e) {
            missed = e;
            throw e;
        } catch (RuntimeException | Error e) {
            missed = new StoreException(
                    "study = " + study + ": what happened in it could not be followed here (" + e
                            + "), so nothing more is decided here; what was acknowledged is safe. Maybe sweetspot resume "
                            + study + ", which reads it again.",
                    e);
            throw missed;
        }
    }

    private void requireFollowed() {
        var why = missed;
        if (why != null) {
            throw why;
        }
    }

    /** The history as it was last seen. */
    History seen() {
        return history;
    }

    /**
     * Appends events, and changes leases with them; false when another worker was first. What several threads append at the
     * same time goes into one transaction.
     *
     * @throws IllegalArgumentException when an event cannot follow what the worker saw: a log with such an event could
     *     not be read again
     */
    boolean append(List<Store.Change> batch, List<Store.LeaseChange> leases) {
        return await(enqueued(batch, leases));
    }

    /** Puts a batch behind all that others append; {@link #await} says what became of it. */
    Appending enqueued(List<Store.Change> batch, List<Store.LeaseChange> leases) {
        var mine = new Appending(batch, leases);
        queue.add(mine);
        return mine;
    }

    /** As {@link #append}, of what was enqueued. */
    boolean await(Appending mine) {
        synchronized (commits) {
            if (mine.open()) {
                var group = new ArrayList<Appending>();
                for (var next = queue.poll(); next != null; next = queue.poll()) {
                    group.add(next);
                }
                commit(group);
            }
        }
        return mine.done();
    }

    /**
     * Begins one of several trials, whichever has the next number when it comes to it; the number, or empty when none has.
     * Other workers may have begun those before it, unseen.
     *
     * @param either in the order of their numbers, the first of which is the next that was seen
     */
    OptionalInt begin(List<Store.Beginning> either) {
        synchronized (commits) {
            requireFollowed();
            var first = new Appending(List.of(either.get(0).started()), List.of());
            if (first.after(history).isEmpty()) {
                // Another thread of this process was first.
                return OptionalInt.empty();
            }
            var appended = store.begin(study, either);
            var now = refresh();
            return appended instanceof Store.Appended.Done ? begun(either, now) : OptionalInt.empty();
        }
    }

    /** The one that its worker has: those before it are of other processes, whose workers have other names. */
    private static OptionalInt begun(List<Store.Beginning> either, History now) {
        return either.stream()
                .filter(each -> each.lease().trial() < now.size()
                        && now.trial(each.lease().trial()).state() instanceof TrialState.Running running
                        && running.worker().equals(each.lease().worker()))
                .mapToInt(each -> each.lease().trial())
                .findFirst();
    }

    /** Of those who append, one at a time commits, for all who wait. */
    private void commit(List<Appending> group) {
        var left = group;
        try {
            requireFollowed();
            while (!left.isEmpty()) {
                left = fitting(left);
                if (left.isEmpty() || together(left)) {
                    left.forEach(each -> each.end(true));
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            left.forEach(each -> each.fail(e));
        }
    }

    /** Those that can follow what was seen, one after the other; the others are told so. */
    private synchronized List<Appending> fitting(List<Appending> group) {
        var fitting = new ArrayList<Appending>();
        var after = history;
        for (var each : group) {
            try {
                var next = each.after(after);
                if (next.isPresent()) {
                    after = next.get();
                    fitting.add(each);
                } else {
                    each.end(false);
                }
            } catch (RuntimeException cannotFollow) {
                each.fail(cannotFollow);
            }
        }
        return fitting;
    }

    private boolean together(List<Appending> group) {
        var batch = group.stream().flatMap(each -> each.batch().stream()).toList();
        var leases = group.stream().flatMap(each -> each.leases().stream()).toList();
        var appended = store.append(study, batch, leases);
        synchronized (this) {
            if (appended instanceof Store.Appended.Done done && done.position() == position + batch.size()) {
                // Nobody else's events lie between: there is nothing to be read that is not known.
                batch.forEach(change -> take(change.event(), position + 1));
                looked = System.nanoTime();
            } else {
                refresh();
            }
        }
        return appended instanceof Store.Appended.Done;
    }

    /** The checkpoint that a trial left when it had come to a fidelity: reads all of the log. */
    Optional<String> leftAt(int trial, double fidelity) {
        var left = new Left(trial, fidelity);
        store.each(study, 0, logged -> left.see(logged.event()));
        return left.named;
    }

    /** What is seen of a trial while the log passes by. */
    private static final class Left {
        private final int trial;
        private final double fidelity;
        private double reached;
        private Optional<String> named = Optional.empty();

        Left(int trial, double fidelity) {
            this.trial = trial;
            this.fidelity = fidelity;
        }

        void see(Event event) {
            if (event instanceof Event.OfTrial of && of.trial() == trial) {
                reached = event instanceof Event.Reported reported ? reported.fidelity() : reached;
                var now = named(of);
                named = reached == fidelity && now.isPresent() ? now : named;
            }
        }
    }

    private static Optional<String> named(Event.OfTrial event) {
        if (event instanceof Event.Reported reported) {
            return reported.checkpoint();
        }
        return event instanceof Event.Paused paused ? paused.checkpoint() : Optional.empty();
    }
}

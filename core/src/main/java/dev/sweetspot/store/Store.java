package dev.sweetspot.store;

import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Reports;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Remembers studies: their descriptions, which never change, and their events, which are only added. Safe for many
 * threads; a store on disk is safe for many processes. What a call has acknowledged by returning is durable.
 *
 * <p>There is no coordinator: every worker reads the same log and appends to it. A change is accepted only in the state
 * that the worker saw: each carries the version of its own <em>trial</em>. Claiming a number is the only change of a trial
 * for which workers of a study contend; what people decide about the study itself has a version of its own, and whoever
 * claims a number must have seen all of it.
 *
 * <p>Every failure of the medium is a {@link StoreException} with a message for people.
 */
public interface Store extends AutoCloseable {
    /**
     * Makes a study.
     *
     * @throws dev.sweetspot.form.InvalidInputException when the name is taken
     */
    void create(StudyRecord study);

    /** The study of that name. */
    Optional<StudyRecord> find(String study);

    /** All studies, the newest first. */
    List<StudyRecord> studies();

    /**
     * This store for whoever works on a study: all that is said or asked under its name is about the study that has the name
     * now. Once that was deleted it is refused, also when another study was made under the name since. Closing it does
     * nothing.
     *
     * @throws dev.sweetspot.form.InvalidInputException when there is no study of that name now; later, every call about it
     *     throws {@link StudyGone} when it was deleted
     */
    Store only(String study);

    /** Removes a study, its events and leases. Its artifacts are the caller's business. */
    void delete(String study);

    /**
     * Adds events, all or none.
     *
     * @param batch in the order in which they happened; a {@link Event.Started} has as its number the number of trials
     *     until then
     */
    Appended append(String study, List<Change> batch);

    /**
     * The same, and what becomes of leases with it: with the batch or not at all, and at the cost of one commit where a store
     * can do that.
     *
     * @param leases of trials that this batch begins, and of trials that their workers leave with it
     */
    default Appended append(String study, List<Change> batch, List<LeaseChange> leases) {
        for (var change : leases) {
            if (change instanceof LeaseChange.Taken taken) {
                lease(study, taken.trial(), taken.worker(), taken.length());
            }
        }
        var appended = append(study, batch);
        for (var change : leases) {
            boolean left = change instanceof LeaseChange.GivenBack;
            if (left == appended instanceof Appended.Done) {
                release(study, change.trial(), change.worker());
            }
        }
        return appended;
    }

    /**
     * Begins one of several trials whose numbers follow each other: the one whose number is the next of the study, with its
     * lease. Whoever begins a trial while others do need not be told that its number is taken, and ask again.
     *
     * @param either one at least, in the order of their numbers
     */
    default Appended begin(String study, List<Beginning> either) {
        for (var beginning : either.subList(0, either.size() - 1)) {
            if (append(study, List.of(beginning.started()), List.of(beginning.lease())) instanceof Appended.Done done) {
                return done;
            }
        }
        var last = either.get(either.size() - 1);
        return append(study, List.of(last.started()), List.of(last.lease()));
    }

    /**
     * The events after a position, in the order in which they were committed: a reader that goes on from the last
     * position it saw never misses one.
     *
     * @param after the position of the last event seen; 0 for all
     */
    List<Logged> read(String study, long after);

    /** How many events a study has, counted where they lie: copies that make reading quick do not count. */
    default long length(String study) {
        return read(study, 0).size();
    }

    /** What people have decided about a study, in the order of the log: a few of its many events. */
    default List<Event.OfStudy> decisions(String study) {
        return read(study, 0).stream()
                .map(Logged::event)
                .filter(Event.OfStudy.class::isInstance)
                .map(Event.OfStudy.class::cast)
                .toList();
    }

    /**
     * The same events, one after the other: a long log need not be held as a whole.
     *
     * @param taken told of each event in its order, and must not call this store; what it has been told stays true when
     *     this fails in the middle
     */
    default void each(String study, long after, Consumer<Logged> taken) {
        read(study, after).forEach(taken);
    }

    /**
     * All events, for whoever only wants to know what they add up to.
     *
     * @param sum as {@code taken} of {@link #each}
     */
    default void addUp(String study, Sum sum) {
        each(study, 0, logged -> sum.add(logged.position(), logged.event()));
    }

    /** Takes in the events of a log, in their order. */
    interface Sum {
        /** Any event. */
        void add(long position, Event event);

        /** A report, of which there are so many that no event is made of each. */
        void add(long position, Reports reports, int index);
    }

    /**
     * Takes the lease of a trial, or renews it when this worker has it.
     *
     * @param length on the store's clock, from now
     * @return false when another worker's lease has not ended
     */
    boolean lease(String study, int trial, String worker, Duration length);

    /** Gives a lease back, if this worker has it. */
    void release(String study, int trial, String worker);

    /** The leases that have not ended, on the store's clock. */
    List<Lease> leases(String study);

    /** Frees what the store holds; the studies stay. */
    @Override
    void close();

    /**
     * An event, and the state in which its worker saw what it changes.
     *
     * @param seen of an event of a trial, the version of the trial before it: how many events it had; of an
     *     {@link Event.OfStudy} and of an {@link Event.Started}, how many events of the study itself there were
     */
    record Change(Event event, long seen) {}

    /**
     * An event and its position in the log of its study, growing, not always by one.
     */
    record Logged(long position, Event event) {}

    /**
     * A lease.
     *
     * @param left how long it still lasts
     */
    record Lease(int trial, String worker, Duration left) {}

    /** What becomes of a lease when a batch is added. */
    sealed interface LeaseChange {
        /** Whose lease. */
        int trial();

        /** Who takes it, or has it. */
        String worker();

        /**
         * The worker who begins the trial has it.
         *
         * @param length on the store's clock, from then
         */
        record Taken(int trial, String worker, Duration length) implements LeaseChange {}

        /** The worker has it no more. */
        record GivenBack(int trial, String worker) implements LeaseChange {}
    }

    /**
     * How a trial may begin.
     *
     * @param started an {@link Event.Started}, and how many events of the study itself there were when it was decided
     * @param lease of its worker
     */
    record Beginning(Change started, LeaseChange.Taken lease) {}

    /** What became of a batch. */
    sealed interface Appended {
        /** It is durable. */
        record Done(long position) implements Appended {}

        /**
         * Nothing was added: another worker changed that trial, claimed that number, or decided something about the study
         * first.
         *
         * @param trial its number; empty for a decision about the study
         */
        record Conflict(OptionalInt trial, long seen, long actual) implements Appended {}
    }
}

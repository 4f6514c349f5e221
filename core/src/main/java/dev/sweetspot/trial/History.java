package dev.sweetspot.trial;

import java.util.List;

/**
 * What the events of a study add up to, as of a version: immutable, and cheap to extend, because versions share their
 * structure.
 */
public final class History {
    /** Nothing happened yet. */
    public static final History EMPTY = new History(0, List.of());

    private final long version;
    private final List<Trial> trials;

    private History(long version, List<Trial> trials) {
        this.version = version;
        this.trials = trials;
    }

    /** How many events are in it. */
    public long version() {
        return version;
    }

    /** Number of trials, running ones included. */
    public int size() {
        return trials.size();
    }

    /** The trials in the order of their numbers. */
    public List<Trial> trials() {
        return trials;
    }

    /** The trial of that number. */
    public Trial trial(int number) {
        return trials.get(number);
    }

    /**
     * The same and one event more.
     *
     * @throws IllegalArgumentException when the event cannot follow: the number is not the next one, the trial has
     *     ended, the fidelity does not grow
     */
    public History and(Event event) {
        throw new UnsupportedOperationException(event.toString());
    }
}

package dev.sweetspot.trial;

import dev.sweetspot.space.SearchSpace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the events of a study add up to, as of a version: immutable, and cheap to extend, because versions share their
 * structure.
 */
public final class History {
    /** Nothing happened yet. */
    public static final History EMPTY = new History(0, new PersistentList<>(), SearchSpace.empty());

    private final long version;
    private final PersistentList<Trial> trials;
    private final SearchSpace met;

    private History(long version, PersistentList<Trial> trials, SearchSpace met) {
        this.version = version;
        this.trials = trials;
        this.met = met;
    }

    /** How many events are in it. */
    public long version() {
        return version;
    }

    /** The parameters that define-by-run trials have asked for so far, in the order in which they were met. */
    public SearchSpace met() {
        return met;
    }

    private SearchSpace meet(Event event) {
        return event instanceof Event.Suggested suggested
                        && met.find(suggested.dimension().parameter().name()).isEmpty()
                ? met.with(suggested.dimension())
                : met;
    }

    /** Number of trials, running ones included. */
    public int size() {
        return trials.size();
    }

    /** The trials in the order of their numbers; unmodifiable. */
    public List<Trial> trials() {
        return trials;
    }

    /** The trial of that number. */
    public Trial trial(int number) {
        return trials.get(number);
    }

    /** The trials that a worker is at, or was at when it was lost. */
    public Stream<Trial> running() {
        return trials.stream().filter(trial -> trial.state() instanceof TrialState.Running);
    }

    /** The trials that wait to be gone on with. */
    public Stream<Trial> paused() {
        return trials.stream().filter(trial -> trial.state() instanceof TrialState.Paused);
    }

    /** The trials that ran to their end. */
    public Stream<Trial> completed() {
        return trials.stream().filter(Trial::completed);
    }

    /**
     * The trial with the best value of an objective among those that ran to their end; the earliest of equals.
     */
    public Optional<Trial> best(Objective objective) {
        return completed()
                .filter(trial -> !Double.isNaN(trial.value(objective.name()).orElse(Double.NaN)))
                .reduce((first, second) -> objective.better(
                                second.value(objective.name()).getAsDouble(),
                                first.value(objective.name()).getAsDouble())
                        ? second
                        : first);
    }

    /**
     * The same and one event more.
     *
     * @throws IllegalArgumentException when the event cannot follow: the number is not the next one, the trial has
     *     ended, the fidelity does not grow
     */
    public History and(Event event) {
        if (event instanceof Event.Started started) {
            if (started.trial() != trials.size()) {
                throw new IllegalArgumentException(
                        "trial = " + started.trial() + ": the next number is " + trials.size());
            }
            return new History(version + 1, trials.appended(Transitions.start(started)), met);
        }
        if (event.trial() < 0 || event.trial() >= trials.size()) {
            throw new IllegalArgumentException("trial = " + event.trial() + ": there are " + trials.size());
        }
        var next = Transitions.apply(trials.get(event.trial()), event);
        return new History(version + 1, trials.replaced(event.trial(), next), meet(event));
    }
}

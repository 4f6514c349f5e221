package dev.sweetspot.trial;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What the events of a study add up to, as of a version: immutable, and cheap to extend, because versions share their
 * structure. Asking for the trials in one state costs time for those trials alone.
 */
public final class History {
    /** Nothing happened yet. */
    public static final History EMPTY =
            new History(0, new PersistentList<>(), States.NONE, SearchSpace.empty(), Decisions.NONE, 0);

    private final long version;
    private final PersistentList<Trial> trials;
    private final States states;
    private final SearchSpace met;
    private final Decisions decisions;
    private final double fidelitySpent;

    /**
     * Which trials are in which state.
     *
     * @param finished in the order in which they ended
     * @param completed the finished ones that ran to their end
     * @param repeats those that repeat another
     */
    record States(
            TrialNumbers running,
            TrialNumbers paused,
            PersistentList<Integer> finished,
            PersistentList<Integer> completed,
            PersistentList<Integer> repeats) {
        static final States NONE = new States(
                TrialNumbers.NONE,
                TrialNumbers.NONE,
                new PersistentList<>(),
                new PersistentList<>(),
                new PersistentList<>());

        States with(Trial trial) {
            int number = trial.number();
            boolean ended = trial.state() instanceof TrialState.Finished;
            return new States(
                    trial.state() instanceof TrialState.Running ? running.with(number) : running.without(number),
                    trial.state() instanceof TrialState.Paused ? paused.with(number) : paused.without(number),
                    ended ? finished.appended(number) : finished,
                    ended && trial.completed() ? completed.appended(number) : completed,
                    trial.version() == 1 && trial.repeats().isPresent() ? repeats.appended(number) : repeats);
        }
    }

    History(
            long version,
            PersistentList<Trial> trials,
            States states,
            SearchSpace met,
            Decisions decisions,
            double fidelitySpent) {
        this.version = version;
        this.trials = trials;
        this.states = states;
        this.met = met;
        this.decisions = decisions;
        this.fidelitySpent = fidelitySpent;
    }

    /** How many events are in it. */
    public long version() {
        return version;
    }

    /** The parameters that define-by-run trials have asked for so far, in the order in which they were met. */
    public SearchSpace met() {
        return met;
    }

    /**
     * What can be chosen, where that was changed while the study ran: every value that was ever allowed, with relations
     * that forbid those that are allowed no more. Empty where it is as it was when the study was made.
     */
    public Optional<SearchSpace> space() {
        return decisions.space();
    }

    /** The changes of the space, the oldest first. */
    public List<Event.SpaceChanged> changes() {
        return decisions.changes();
    }

    /** The configurations that people have enqueued and no trial has taken, the oldest first. */
    public List<Waiting> waiting() {
        return decisions.waiting();
    }

    /** How many trials may be begun in all, where people have said so since the study was made. */
    public OptionalInt trialsAllowed() {
        return decisions.trials();
    }

    /** The last order about whether the study is worked on; empty when nobody ever gave one. */
    public Optional<Event.Ordered> order() {
        return decisions.order();
    }

    /** Whether the study is worked on. */
    public Standing standing() {
        return order().map(Event.Ordered::standing).orElse(Standing.OPEN);
    }

    /**
     * How many decisions about the study itself are in it: what a worker must have seen to make another one, or to begin a
     * trial.
     */
    public long decisionVersion() {
        return decisions.version();
    }

    static SearchSpace meet(SearchSpace met, Event event) {
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

    /** The trials that a worker is at, or was at when it was lost, in the order of their numbers. */
    public Stream<Trial> running() {
        return states.running().stream().mapToObj(trials::get);
    }

    /** The trials that wait to be gone on with, in the order of their numbers. */
    public Stream<Trial> paused() {
        return states.paused().stream().mapToObj(trials::get);
    }

    /** The trials that have ended in whichever way, in the order in which they ended. */
    public Stream<Trial> finished() {
        return states.finished().stream().map(trials::get);
    }

    /** The same without the first ones. */
    public List<Trial> finishedAfter(int first) {
        var numbers = states.finished();
        var later = new ArrayList<Trial>(Math.max(0, numbers.size() - first));
        for (int i = first; i < numbers.size(); i++) {
            later.add(trials.get(numbers.get(i)));
        }
        return later;
    }

    /**
     * How many trials have ended in this history and in another in the same order, counted from the first: all that have
     * ended in the shorter one, or none. What was computed from them need not be computed again.
     */
    public int finishedAsIn(History other) {
        var mine = states.finished();
        var others = other.states.finished();
        boolean same = mine.size() < others.size() ? others.beginsWith(mine) : mine.beginsWith(others);
        return same ? Math.min(mine.size(), others.size()) : 0;
    }

    /** The trials that ran to their end, in the order in which they did. */
    public Stream<Trial> completed() {
        return states.completed().stream().map(trials::get);
    }

    /** The trials that repeat another one, in the order of their numbers. */
    public Stream<Trial> repeats() {
        return states.repeats().stream().map(trials::get);
    }

    /** How much was run in all trials together, in units of the study's fidelity. */
    public double fidelitySpent() {
        return fidelitySpent;
    }

    /**
     * The trial with the best value of an objective among those that ran to their end; of equals, the one with the
     * lowest number.
     */
    public Optional<Trial> best(Objective objective) {
        return completed()
                .filter(trial -> !Double.isNaN(trial.value(objective.name()).orElse(Double.NaN)))
                .reduce((first, second) -> better(objective, second, first) ? second : first);
    }

    /**
     * The best trial as a problem's preference says, among those that ran to their end and kept all limits; of equals, the
     * one with the lowest number. With one objective the one with the best value; where the front is sought the one of it
     * that is nearest to the best value of each objective, all of them weighing alike.
     */
    public Optional<Trial> best(Problem problem) {
        return problem.objectives().size() == 1 && problem.constraints().isEmpty()
                ? best(problem.objectives().get(0))
                : best(problem, completed().toList());
    }

    /**
     * The trials that no other is better than in every objective, among those that ran to their end and kept all limits,
     * by the first objective, the best first. Where a region is preferred, those in it, unless none is in it.
     */
    public List<Trial> front(Problem problem) {
        return front(problem, completed().toList());
    }

    /**
     * The best of some of its trials, those that did not run to their end included: by the values they have. Where trials are
     * made of folds, of those that came furthest ({@link FoldValues#comparable}).
     */
    public Optional<Trial> best(Problem problem, List<Trial> among) {
        return Preferred.best(problem, this, among);
    }

    /** The front of some of its trials, those that did not run to their end included, as {@link #best(Problem, List)}. */
    public List<Trial> front(Problem problem, List<Trial> among) {
        return Preferred.front(problem, among);
    }

    /** The same events with other trials in the place of these: as many, in the same states. */
    History with(PersistentList<Trial> others) {
        return new History(version, others, states, met, decisions, fidelitySpent);
    }

    private static boolean better(Objective objective, Trial one, Trial other) {
        double first = one.value(objective.name()).getAsDouble();
        double second = other.value(objective.name()).getAsDouble();
        return objective.better(first, second) || (first == second && one.number() < other.number());
    }

    /** Refuses a new trial that cannot follow these. */
    static void checkStart(Event.Started started, List<Trial> trials) {
        if (started.trial() != trials.size()) {
            throw new IllegalArgumentException("trial = " + started.trial() + ": the next number is " + trials.size());
        }
        if (started.start() instanceof Start.Repeat repeat) {
            checkRepeat(started, repeat.trial(), trials);
        }
    }

    private static void checkRepeat(Event.Started started, int repeated, List<Trial> trials) {
        var why = repeated < 0 || repeated >= trials.size()
                ? "there is no such trial"
                : refusedRepeat(started, trials.get(repeated));
        if (!why.isEmpty()) {
            throw new IllegalArgumentException(
                    "trial " + started.trial() + " cannot repeat trial " + repeated + ": " + why);
        }
    }

    private static String refusedRepeat(Event.Started started, Trial trial) {
        if (!(trial.start() instanceof Start.Fresh)) {
            return "it did not begin from nothing by itself";
        }
        if (trial.state() instanceof TrialState.Running) {
            return "it runs, and may yet ask for parameters";
        }
        return trial.configuration().equals(started.configuration()) ? "" : "its configuration is another";
    }

    /**
     * The same and one event more.
     *
     * @throws IllegalArgumentException when the event cannot follow: the number is not the next one, the trial has
     *     ended, the fidelity does not grow, what is repeated is no trial of that configuration that can be
     */
    public History and(Event event) {
        if (event instanceof Event.OfStudy decision) {
            var after = decisions.and(decision, version + 1);
            var kept = event instanceof Event.SpaceChanged changed ? completed(changed.space()) : trials;
            return new History(version + 1, kept, states, met, after, fidelitySpent);
        }
        var ofTrial = (Event.OfTrial) event;
        if (event instanceof Event.Started started) {
            checkStart(started, trials);
            var trial = Transitions.start(started);
            return new History(
                    version + 1,
                    trials.appended(trial),
                    states.with(trial),
                    met,
                    decisions.taken(started.origin()),
                    fidelitySpent);
        }
        var before = trialOf(ofTrial, trials);
        var after = Transitions.apply(before, ofTrial);
        boolean sameState = after.state() == before.state();
        return new History(
                version + 1,
                trials.replaced(ofTrial.trial(), after),
                sameState ? states : states.with(after),
                meet(met, event),
                decisions,
                fidelitySpent + run(before, after));
    }

    /** The trial that an event happens to. */
    static Trial trialOf(Event.OfTrial event, List<Trial> trials) {
        if (event.trial() < 0 || event.trial() >= trials.size()) {
            throw new IllegalArgumentException("trial = " + event.trial() + ": there are " + trials.size());
        }
        return trials.get(event.trial());
    }

    /** The trials, each with the default of every active parameter that it did not know. */
    private PersistentList<Trial> completed(SearchSpace space) {
        var encoding = Encoding.of(space);
        var result = trials;
        for (var trial : trials) {
            var whole = encoding.completed(trial.configuration());
            if (!whole.equals(trial.configuration())) {
                result = result.replaced(trial.number(), Transitions.completed(trial, whole));
            }
        }
        return result;
    }

    /** How much of a trial was run between two of its versions; all of it, when it ran to its end without a report. */
    static double run(Trial before, Trial after) {
        boolean silent = after.completed() && after.curve().size() == 0;
        double reached = silent && before.state() instanceof TrialState.Running running
                ? running.target()
                : after.curve().reached();
        return run(before, before.curve().reached(), reached);
    }

    /** The same of a trial that went on from one fidelity to another. */
    static double run(Trial trial, double before, double reached) {
        double begin = trial.start() instanceof Start.FromCheckpoint from ? from.fidelity() : 0;
        return Math.max(0, reached - Math.max(begin, before));
    }
}

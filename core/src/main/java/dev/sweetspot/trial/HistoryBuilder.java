package dev.sweetspot.trial;

import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a history of all events of a study in one pass: what {@link History#and} gives event by event, without the versions
 * in between, which cost most of the time where there are a million events. Used by one thread.
 */
public final class HistoryBuilder {
    private final List<Trial> trials = new ArrayList<>();
    /** By number, of trials that have reported since they were last made; null for others. */
    private final List<@Nullable Growing> growing = new ArrayList<>();

    /** The report that is being added, where it came as an event. */
    private final Reports one = new Reports(1);

    /** How many reports the last trial had: trials of a study are alike, and arrays that fit need not grow. */
    private int likely;

    private final List<Integer> finished = new ArrayList<>();
    private final List<Integer> completed = new ArrayList<>();
    private final List<Integer> repeats = new ArrayList<>();
    private long version;
    private SearchSpace met = SearchSpace.empty();
    private Decisions decisions = Decisions.NONE;
    private double fidelitySpent;

    /** A trial to which reports are added: there are a million of them, and a trial is made of all that come in a row. */
    private static final class Growing {
        private final Curve.Growing curve;
        private int reports;
        private double seconds;
        private Optional<Trial.Checkpoint> checkpoint = Optional.empty();

        Growing(Curve curve, int likely) {
            this.curve = new Curve.Growing(curve, likely);
        }

        void add(Reports from, int index) {
            curve.append(from, index);
            reports++;
            seconds = Math.max(seconds, from.seconds(index));
            var left = from.checkpoint(index);
            checkpoint = left.isPresent() ? left : checkpoint;
        }
    }

    /** As {@link History#space} of what was added so far. */
    public Optional<SearchSpace> space() {
        return decisions.space();
    }

    /** As {@link History#met} of what was added so far. */
    public SearchSpace met() {
        return met;
    }

    /**
     * Adds the next event.
     *
     * @throws IllegalArgumentException when the event cannot follow, as {@link History#and} says it
     */
    public void add(Event event) {
        if (event instanceof Event.OfStudy decision) {
            decisions = decisions.and(decision, version + 1);
            if (event instanceof Event.SpaceChanged changed) {
                complete(Encoding.of(changed.space()));
            }
        } else if (event instanceof Event.Started started) {
            History.checkStart(started, trials);
            trials.add(Transitions.start(started));
            growing.add(null);
            decisions = decisions.taken(started.origin());
            if (started.start() instanceof Start.Repeat) {
                repeats.add(started.trial());
            }
        } else if (event instanceof Event.Reported reported) {
            one.clear();
            one.add(reported);
            add(one, 0);
            return;
        } else {
            change((Event.OfTrial) event);
        }
        version++;
    }

    /**
     * Adds the next event, which is a report.
     *
     * @throws IllegalArgumentException when it cannot follow, as {@link History#and} says it
     */
    public void add(Reports reports, int index) {
        int number = reports.trial(index);
        if (number < 0 || number >= trials.size() || !(trials.get(number).state() instanceof TrialState.Running)) {
            // Refused there.
            change(reports.event(index));
            version++;
            return;
        }
        var known = growing.get(number);
        var trial = trials.get(number);
        var row = known == null ? new Growing(trial.curve(), likely) : known;
        double before = row.curve.reached();
        row.add(reports, index);
        growing.set(number, row);
        fidelitySpent += History.run(trial, before, row.curve.reached());
        version++;
    }

    /** The trial with all its reports. */
    private Trial made(int number) {
        var reports = growing.get(number);
        if (reports != null) {
            growing.set(number, null);
            likely = reports.curve.size();
            trials.set(
                    number,
                    Transitions.reported(
                            trials.get(number),
                            reports.curve.curve(),
                            reports.reports,
                            reports.seconds,
                            reports.checkpoint));
        }
        return trials.get(number);
    }

    private void makeAll() {
        for (int i = 0; i < trials.size(); i++) {
            made(i);
        }
    }

    private void change(Event.OfTrial event) {
        History.trialOf(event, trials);
        var before = made(event.trial());
        var after = Transitions.apply(before, event);
        trials.set(event.trial(), after);
        met = History.meet(met, event);
        fidelitySpent += History.run(before, after);
        if (after.state() instanceof TrialState.Finished) {
            finished.add(event.trial());
            if (after.completed()) {
                completed.add(event.trial());
            }
        }
    }

    private void complete(Encoding encoding) {
        makeAll();
        trials.replaceAll(trial -> {
            var whole = encoding.completed(trial.configuration());
            return whole.equals(trial.configuration()) ? trial : Transitions.completed(trial, whole);
        });
    }

    /** What all of it adds up to. */
    public History history() {
        makeAll();
        var states = new History.States(
                numbers(TrialState.Running.class),
                numbers(TrialState.Paused.class),
                PersistentList.of(finished),
                PersistentList.of(completed),
                PersistentList.of(repeats));
        return new History(version, PersistentList.of(trials), states, met, decisions, fidelitySpent);
    }

    private TrialNumbers numbers(Class<? extends TrialState> state) {
        return TrialNumbers.of(
                trials.stream().filter(trial -> state.isInstance(trial.state())).mapToInt(Trial::number));
    }
}

package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as its decisions see it when they lag behind: what happened in an order that follows from the decisions alone,
 * whoever was first in truth. Each decision begins a stint, a run of one trial up to where it ends or is put aside by the
 * scheduler. Stints count as through in the order in which they began, and only then is anything that they told known; until
 * then their trials appear as running. See {@code docs/ideas/deterministic.md}.
 *
 * <p>Nothing measured is in it: no times, no workers, no checkpoints, no pauses that people or machines made.
 */
final class Lagged {
    /** What a worker would bring if it mattered who asks. */
    private final Claim nobody;

    private final StudySpec spec;
    private final Outlook outlook;
    private final int lag;
    private final Deque<Stint> open = new ArrayDeque<>();
    private final Map<Integer, Stint> latest = new HashMap<>();
    private History view = History.EMPTY;
    private History decided = History.EMPTY;

    /** One run of one trial by one decision. */
    private static final class Stint {
        final int trial;
        final double target;
        final List<Event> told = new ArrayList<>();
        /** As of the decision that began it, and what it has told since. */
        History own;

        boolean through;

        Stint(int trial, double target, History begun) {
            this.trial = trial;
            this.target = target;
            this.own = begun;
        }

        void tell(Event event) {
            told.add(event);
            own = own.and(event);
        }
    }

    /** @param outlook whose clock stands still */
    Lagged(StudySpec spec, Outlook outlook) {
        this.spec = spec;
        this.outlook = outlook;
        this.lag = spec.lag().orElseThrow();
        this.nobody = new Claim("", 1, lag, Duration.ZERO);
    }

    /** The claim by which everything is decided. */
    Claim nobody() {
        return nobody;
    }

    /** Takes in what happened, in the order of the log. */
    synchronized void follow(Event event) {
        if (event instanceof Event.Started started) {
            catchUp(started.trial(), started.origin().historyVersion());
            view = view.and(Bare.of(started));
            begin(started.trial(), started.target());
        } else if (event instanceof Event.Resumed resumed) {
            resume(resumed);
        } else if (event instanceof Event.Paused paused) {
            var stint = stint(paused.trial());
            if (reachedItsEnd(stint)) {
                stint.tell(Bare.of(paused));
                stint.through = true;
            }
        } else if (event instanceof Event.OfTrial told) {
            var stint = stint(told.trial());
            stint.tell(Bare.of(told));
            stint.through = told instanceof Event.Finished;
        }
    }

    private void begin(int trial, double target) {
        var stint = new Stint(trial, target, view);
        open.add(stint);
        latest.put(trial, stint);
    }

    private void resume(Event.Resumed resumed) {
        if (!stint(resumed.trial()).through) {
            // Its worker was lost, or its run was interrupted: it is the same stint.
            return;
        }
        catchUp(resumed.trial(), resumed.seen());
        view = view.and(Bare.of(resumed, view.trial(resumed.trial()).curve().reached()));
        begin(resumed.trial(), resumed.target());
    }

    private Stint stint(int trial) {
        var stint = latest.get(trial);
        if (stint == null) {
            throw notInOrder(trial);
        }
        return stint;
    }

    /** Whether a trial that was put aside was so by what is decided, and not by people or machines. */
    private boolean reachedItsEnd(Stint stint) {
        var verdict = verdict(stint.own, stint.trial);
        return verdict instanceof Scheduler.Verdict.Pause
                || (verdict instanceof Scheduler.Verdict.Continue
                        && stint.target < spec.fidelity().most()
                        && stint.own.trial(stint.trial).curve().reached() >= stint.target);
    }

    /** As many stints are through as were when a decision was made. */
    private void catchUp(int trial, long version) {
        while (view.version() < version && oldestThrough()) {
            settleOldest();
        }
        if (view.version() != version) {
            throw notInOrder(trial);
        }
        decided = view;
    }

    private static StoreException notInOrder(int trial) {
        return new StoreException(
                "trial " + trial
                        + " was not decided in the order that a deterministic study has. Maybe another version of "
                        + "the program wrote it?",
                new IllegalStateException());
    }

    private boolean oldestThrough() {
        return !open.isEmpty() && open.element().through;
    }

    private void settleOldest() {
        var stint = open.remove();
        for (var event : stint.told) {
            view = view.and(event);
        }
        // What it told is part of the view now; of a trial that may go on it is enough to know that its run is through.
        if (view.trial(stint.trial).outcome().isPresent()) {
            latest.remove(stint.trial);
        } else {
            stint.told.clear();
            stint.own = History.EMPTY;
        }
    }

    /** How many events it keeps beside those that decisions see: as many as the stints tell that do not count as through. */
    synchronized int kept() {
        return latest.values().stream().mapToInt(stint -> stint.told.size()).sum();
    }

    /** What decisions see now. */
    synchronized History view() {
        return view;
    }

    /** What the last decision saw that was followed. */
    synchronized History decided() {
        return decided;
    }

    /** Whether an event that goes on with a trial was decided, and does not only bring back what was interrupted. */
    synchronized boolean decides(Event.Resumed resumed) {
        return stint(resumed.trial()).through;
    }

    /** Whether nothing may begin before the oldest stint is through. */
    synchronized boolean full() {
        return open.size() >= lag;
    }

    /**
     * Lets the oldest stint count as through, when it is.
     *
     * @param seen what was seen when that was decided: where others have gone on since, nothing is done
     * @return whether it is worth looking again
     */
    synchronized boolean settle(History seen) {
        if (view != seen) {
            return true;
        }
        boolean through = oldestThrough();
        if (through) {
            settleOldest();
        }
        return through;
    }

    /** What there will be to see when nothing else happens: the stints that are through, as far as they are in a row. */
    synchronized History settled() {
        var history = view;
        for (var stint : open) {
            if (!stint.through) {
                break;
            }
            for (var event : stint.told) {
                history = history.and(event);
            }
        }
        return history;
    }

    /** A stint that is not through. */
    record Unfinished(int trial, double target) {}

    /** The stints that are not through, the oldest first. */
    synchronized List<Unfinished> unfinished() {
        return open.stream()
                .filter(stint -> !stint.through)
                .map(stint -> new Unfinished(stint.trial, stint.target))
                .toList();
    }

    /** What becomes of a trial after its last report: decided by what was seen when its stint began, and by its own curve. */
    Scheduler.Verdict judge(int trial) {
        History own;
        synchronized (this) {
            own = stint(trial).own;
        }
        return verdict(own, trial);
    }

    private Scheduler.Verdict verdict(History own, int trial) {
        var curve = own.trial(trial).curve();
        boolean judged = own.trial(trial).repeats().isEmpty()
                && own.trial(trial).state() instanceof TrialState.Running
                && curve.size() > 0
                && curve.reached() < spec.fidelity().most();
        return judged ? spec.search().scheduler().judge(outlook.lone(own, nobody), trial) : Scheduler.Verdict.CONTINUE;
    }

    /** Events without what was measured, and without who did it. */
    private static final class Bare {
        private static final Instant NEVER = Instant.EPOCH;

        static Event of(Event.Started event) {
            var by = event.origin();
            return new Event.Started(
                    event.trial(),
                    NEVER,
                    event.configuration(),
                    new Origin(by.sampler(), by.historyVersion(), by.seed(), List.of()),
                    event.start(),
                    event.target(),
                    "",
                    1);
        }

        static Event of(Event.Resumed event, double reached) {
            return new Event.Resumed(event.trial(), NEVER, reached, event.target(), "", "", event.seen());
        }

        static Event of(Event.OfTrial event) {
            if (event instanceof Event.Suggested told) {
                return new Event.Suggested(told.trial(), NEVER, told.dimension(), told.value());
            }
            if (event instanceof Event.Reported told) {
                return new Event.Reported(told.trial(), NEVER, told.fidelity(), told.values(), 0, Optional.empty());
            }
            if (event instanceof Event.Paused told) {
                return new Event.Paused(told.trial(), NEVER, "", Optional.empty());
            }
            var told = (Event.Finished) event;
            return new Event.Finished(told.trial(), NEVER, told.outcome(), 0);
        }
    }
}

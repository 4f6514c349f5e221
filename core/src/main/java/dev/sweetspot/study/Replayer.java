package dev.sweetspot.study;

import dev.sweetspot.sampler.Proposal;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Goes through the log of a study and computes again what was decided. */
final class Replayer {
    private final String study;
    private final StudySpec spec;
    private final List<Event> events = new ArrayList<>();
    private final Outlook outlook;
    private final Steps steps;
    private final Sampler sampler;
    private final Optional<Lagged> lagged;
    private final List<Replay.Difference> differences = new ArrayList<>();
    private int proposals;
    private int decisions;
    private int given;

    Replayer(Store store, String study) {
        this.study = study;
        this.spec = StudySpec.of(store, study);
        store.each(study, 0, logged -> events.add(logged.event()));
        this.outlook = new Outlook(spec, InstantSource.fixed(Instant.EPOCH));
        this.steps = new Steps(spec, outlook, Terminator.of(spec));
        this.sampler = spec.search().sampler();
        this.lagged = spec.lag().isPresent() ? Optional.of(new Lagged(spec, outlook)) : Optional.empty();
    }

    Replay replay(IntConsumer progress) {
        var wanted = lagged.isPresent() ? Set.<Long>of() : versions();
        var histories = new HashMap<Long, History>();
        var history = History.EMPTY;
        histories.put(0L, history);
        for (var raw : events) {
            var event = Typed.event(raw, history, spec.space());
            if (lagged.isPresent()) {
                inOrder(lagged.get(), event);
            } else if (event instanceof Event.Started started) {
                asItHappened(started, histories);
            }
            history = history.and(event);
            if (wanted.contains(history.version())) {
                histories.put(history.version(), history);
            }
            if (event instanceof Event.Started started) {
                progress.accept(started.trial() + 1);
            }
        }
        return new Replay(study, proposals, decisions, given, differences);
    }

    /** The versions that samplers saw. */
    private Set<Long> versions() {
        var versions = new HashSet<Long>();
        events.forEach(event -> {
            if (event instanceof Event.Started started) {
                versions.add(started.origin().historyVersion());
            }
        });
        return versions;
    }

    private void asItHappened(Event.Started started, Map<Long, History> histories) {
        if (!proposed(started)) {
            given++;
            return;
        }
        var seen = histories.get(started.origin().historyVersion());
        if (seen == null) {
            differs(
                    started.trial(),
                    "it was proposed in version " + started.origin().historyVersion() + ", which came after it");
            return;
        }
        proposal(started, seen);
    }

    /** Whether a sampler chose it. */
    private boolean proposed(Event.Started started) {
        var by = started.origin().sampler();
        return started.start() instanceof Start.Fresh
                && started.origin().seed() != 0
                && (by.equals(sampler.name()) || by.equals(new RandomSearch().name()));
    }

    private void proposal(Event.Started started, History seen) {
        proposals++;
        var origin = started.origin();
        var question = origin.means()
                .map(means -> outlook.question(seen, means))
                .orElseGet(() -> outlook.question(seen, new Claim("", 1, 1, Duration.ZERO)));
        if (question.space().parameters().isEmpty()) {
            return;
        }
        var asked = origin.sampler().equals(sampler.name()) ? sampler : new RandomSearch();
        var answer = asked.suggest(question, Seeds.generator(origin.seed()));
        if (!(answer instanceof Proposal.Suggested suggested)) {
            differs(
                    started.trial(),
                    origin.sampler() + " proposes nothing, and " + started.configuration() + " was tried");
        } else if (!suggested.configuration().equals(started.configuration())) {
            differs(
                    started.trial(),
                    origin.sampler() + " proposes " + suggested.configuration() + ", and " + started.configuration()
                            + " was tried");
        }
    }

    /** In a deterministic study all that is decided follows from what was decided before. */
    private void inOrder(Lagged order, Event event) {
        if (event instanceof Event.Finished finished && finished.outcome() instanceof Outcome.StoppedEarly stopped) {
            decisions++;
            var verdict = order.judge(finished.trial());
            if (!(verdict instanceof Scheduler.Verdict.Stop stop
                    && stop.reason().equals(stopped.reason()))) {
                differs(
                        finished.trial(),
                        "it was stopped (" + stopped.reason() + "), and now it would not be: " + verdict);
            }
        }
        boolean goesOn = event instanceof Event.Resumed resumed && order.decides(resumed);
        order.follow(event);
        if (event instanceof Event.Started started) {
            begun(started, order.decided(), order.nobody());
        } else if (goesOn && event instanceof Event.Resumed resumed) {
            wentOn(resumed, order.decided(), order.nobody());
        }
    }

    private void begun(Event.Started started, History seen, Claim nobody) {
        if (proposed(started)) {
            proposals++;
        } else {
            given++;
        }
        decisions++;
        var step = steps.next(seen, nobody);
        boolean same = step instanceof Step.Begin begin
                && begin.number() == started.trial()
                && begin.configuration().equals(started.configuration())
                && same(begin.origin(), started.origin())
                && begin.start().equals(started.start())
                && begin.target() == started.target();
        if (!same) {
            differs(started.trial(), "it began with " + started.configuration() + ", and now this comes next: " + step);
        }
    }

    private static boolean same(Origin one, Origin other) {
        return one.sampler().equals(other.sampler()) && one.seed() == other.seed();
    }

    private void wentOn(Event.Resumed resumed, History seen, Claim nobody) {
        decisions++;
        var step = steps.next(seen, nobody);
        boolean same =
                step instanceof Step.GoOn goOn && goOn.trial() == resumed.trial() && goOn.target() == resumed.target();
        if (!same) {
            differs(resumed.trial(), "it went on to " + resumed.target() + ", and now this comes next: " + step);
        }
    }

    private void differs(int trial, String sentence) {
        differences.add(new Replay.Difference(trial, sentence));
    }
}

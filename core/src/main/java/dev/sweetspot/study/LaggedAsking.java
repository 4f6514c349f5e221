package dev.sweetspot.study;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a free worker is to do in a study whose decisions lag behind: first what an earlier decision has begun and
 * nobody is at, then the next decision, when all that it has to see is known.
 */
final class LaggedAsking implements Asker {
    private final Study study;
    private final Lagged lagged;
    private final Claims claims;
    private final Leases leases;
    private final Steps steps;
    /** Where nothing was to be begun, so that it is not found out again and again while workers wait. */
    private @Nullable History idle;

    LaggedAsking(Study study, Lagged lagged, Claims claims, Leases leases, Steps steps) {
        this.study = study;
        this.lagged = lagged;
        this.claims = claims;
        this.leases = leases;
        this.steps = steps;
    }

    @Override
    public Optional<Ask> once(Claim claim, Ending ending) {
        ending.await();
        return once(claim);
    }

    private synchronized Optional<Ask> once(Claim claim) {
        if (claim.threads() != 1) {
            throw new InvalidInputException(
                    "threads",
                    claim.threads(),
                    "must be 1 in a deterministic study: more threads add numbers up in another order each time",
                    "1, and more workers?");
        }
        var history = study.refresh();
        var over = Asker.ordered(history).or(() -> late(claim));
        if (over.isPresent()) {
            return over;
        }
        var left = takeUp(history, claim);
        return left.isPresent() ? left : next(history, claim);
    }

    /** When the worker has to leave; the study itself has no time to be over. */
    private static Optional<Ask> late(Claim claim) {
        return claim.timeLeft()
                .filter(left -> left.isNegative() || left.isZero())
                .map(left -> new Ask.Finished("the time is over"));
    }

    private Optional<Ask> next(History history, Claim claim) {
        while (true) {
            var seen = lagged.view();
            if (lagged.full() || seen == idle) {
                if (!lagged.settle(seen)) {
                    return Optional.of(new Ask.Wait());
                }
                continue;
            }
            var step = steps.next(seen, lagged.nobody());
            if (!(step instanceof Step.Nothing nothing)) {
                return claims.claimed(asOf(seen, step), history, claim);
            }
            if (seen.running().findAny().isEmpty()) {
                return Optional.of(new Ask.Finished(nothing.reason()));
            }
            idle = seen;
        }
    }

    /** What is begun says what was seen, whoever chose it. */
    private static Step asOf(History seen, Step step) {
        return step instanceof Step.Begin begin
                ? new Step.Begin(
                        begin.number(),
                        begin.configuration(),
                        begin.origin().asOf(seen.version()),
                        begin.start(),
                        begin.target())
                : step;
    }

    /** Goes on with what was begun and nobody is at: its worker was lost, or its run was interrupted. */
    private Optional<Ask> takeUp(History history, Claim claim) {
        var lost =
                leases.lost(history, study::refresh).stream().map(Trial::number).collect(Collectors.toSet());
        for (var stint : lagged.unfinished()) {
            var answer = nobodyIsAt(history, stint.trial(), lost)
                    ? takeUp(history.trial(stint.trial()), stint.target(), claim)
                    : Optional.<Ask>of(new Ask.Wait());
            if (!(answer.orElse(null) instanceof Ask.Wait)) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private static boolean nobodyIsAt(History history, int trial, Set<Integer> lost) {
        return trial < history.size()
                && (history.trial(trial).state() instanceof TrialState.Paused || lost.contains(trial));
    }

    /** Empty when the state has changed by it, and the question has to be asked again. */
    private Optional<Ask> takeUp(Trial trial, double target, Claim claim) {
        var hopeless = Verification.ofLosses(trial);
        if (hopeless.isPresent()) {
            return changed(trial, new Event.Finished(trial.number(), study.now(), hopeless.get(), trial.seconds()));
        }
        // A worker that was lost after a report may not have heard what was to become of the trial.
        var verdict = lagged.judge(trial.number());
        var curve = trial.curve();
        if (verdict instanceof Scheduler.Verdict.Stop stop) {
            var outcome = new Outcome.StoppedEarly(curve.at(curve.size() - 1), stop.reason());
            return changed(trial, new Event.Finished(trial.number(), study.now(), outcome, trial.seconds()));
        }
        boolean aside = verdict instanceof Scheduler.Verdict.Pause
                || (target < study.spec().fidelity().most() && curve.reached() >= target);
        if (aside && claims.beginning(trial) >= curve.reached()) {
            return changed(trial, new Event.Paused(trial.number(), study.now(), "as decided before", Optional.empty()));
        }
        var reason = trial.state() instanceof TrialState.Running running
                ? "the lease of " + running.worker() + " had ended"
                : "its run had been interrupted";
        return claims.goOn(trial, target, claim, reason, 0);
    }

    private Optional<Ask> changed(Trial trial, Event event) {
        study.append(List.of(new Store.Change(event, trial.version())));
        return Optional.empty();
    }
}

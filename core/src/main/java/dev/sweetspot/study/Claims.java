package dev.sweetspot.study;

import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a worker comes by a trial: a new one by an event in the log, and the lease with it; one that was there by its lease
 * first, then by an event; whoever is second gives the lease back.
 */
final class Claims {
    private final Study study;
    private final Leases leases;

    Claims(Study study, Leases leases) {
        this.study = study;
        this.leases = leases;
    }

    /**
     * Claims what was decided.
     *
     * @param history in which it was decided
     * @return empty when another worker was first
     */
    Optional<Ask> claimed(Step step, History history, Claim claim) {
        if (step instanceof Step.Begin begin) {
            return begun(begin, history, claim).map(Ask.Run::new);
        }
        var goOn = (Step.GoOn) step;
        return goOn(history.trial(goOn.trial()), goOn.target(), claim, goOn.reason(), goOn.seen());
    }

    /**
     * Begins a trial as it was decided in a history; empty when another worker claimed the number first, or people have
     * decided something about the study since.
     */
    Optional<ActiveTrial> begun(Step.Begin begin, History history, Claim claim) {
        return settled(begin, beginning(begin, history.decisionVersion(), claim), claim);
    }

    /**
     * Puts the beginning of a trial behind all that others append; {@link #settled} waits for it.
     *
     * @param seen how many decisions about the study were seen when it was decided
     */
    Appending beginning(Step.Begin begin, long seen, Claim claim) {
        return study.enqueued(
                List.of(started(begin, seen, claim)), List.of(leases.taking(begin.number(), claim.worker())));
    }

    private Store.Change started(Step.Begin begin, long seen, Claim claim) {
        var event = new Event.Started(
                begin.number(),
                study.now(),
                begin.configuration(),
                begin.origin(),
                begin.start(),
                begin.target(),
                claim.worker(),
                claim.threads(),
                claim.numericMode());
        return new Store.Change(event, seen);
    }

    /** Empty when another worker claimed the number first. */
    Optional<ActiveTrial> settled(Step.Begin begin, Appending appending, Claim claim) {
        boolean begun = false;
        try {
            begun = study.await(appending);
        } finally {
            leases.settled(begin.number(), claim.worker(), begun);
        }
        return begun ? Optional.of(active(begin, claim)) : Optional.empty();
    }

    private ActiveTrial active(Step.Begin begun, Claim claim) {
        int number = begun.number();
        double from = beginning(study.history().trial(number));
        return new ActiveTrial(study, number, claim, from, begun.target(), 1, false);
    }

    /**
     * Begins one of several trials that were decided beside each other, whichever has the next number when it comes to it;
     * empty when other workers claimed all of them first, or people have decided something about the study since.
     */
    Optional<ActiveTrial> begunOne(List<Step.Begin> either, History history, Claim claim) {
        var beginnings = either.stream()
                .map(begin -> new Store.Beginning(
                        started(begin, history.decisionVersion(), claim),
                        leases.taking(begin.number(), claim.worker())))
                .toList();
        var begun = OptionalInt.empty();
        try {
            begun = study.begin(beginnings);
        } finally {
            for (var begin : either) {
                boolean his = begun.equals(OptionalInt.of(begin.number()));
                leases.settled(begin.number(), claim.worker(), his);
            }
        }
        int number = begun.orElse(-1);
        return either.stream()
                .filter(begin -> begin.number() == number)
                .map(begin -> active(begin, claim))
                .findFirst();
    }

    /** Goes on with a trial whose worker was lost; gives up on one that loses every worker. */
    Optional<Ask> takeOver(Claim claim) {
        for (var trial : leases.lost(study.history(), study::refresh)) {
            var gone = (TrialState.Running) trial.state();
            var hopeless = Verification.ofLosses(trial);
            if (hopeless.isPresent()) {
                var event = new Event.Finished(trial.number(), study.now(), hopeless.get(), trial.seconds());
                study.append(List.of(new Store.Change(event, trial.version())));
                continue;
            }
            var answer = goOn(trial, gone.target(), claim, "the lease of " + gone.worker() + " had ended", 0);
            if (!(answer.orElse(null) instanceof Ask.Wait)) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** A trial that a worker has, in another process than before; empty when he has not. */
    Optional<ActiveTrial> again(int number, Claim claim) {
        var trial = study.refresh().trial(number);
        if (!(trial.state() instanceof TrialState.Running running)
                || !running.worker().equals(claim.worker())) {
            return Optional.empty();
        }
        leases.known(number, claim.worker());
        return Optional.of(
                new ActiveTrial(study, number, claim, beginning(trial), running.target(), trial.version(), false));
    }

    /**
     * Goes on with a trial; empty when another worker was first.
     *
     * @param seen the version of the history in which that was decided; 0 where nothing was
     */
    Optional<Ask> goOn(Trial trial, double target, Claim claim, String reason, long seen) {
        if (!leases.take(trial.number(), claim.worker())) {
            return Optional.of(new Ask.Wait());
        }
        double from;
        boolean begun = false;
        try {
            from = beginning(trial);
            var event = new Event.Resumed(trial.number(), study.now(), from, target, claim.worker(), reason, seen);
            begun = study.append(List.of(new Store.Change(event, trial.version())));
        } finally {
            if (!begun) {
                leases.release(trial.number(), claim.worker());
            }
        }
        if (!begun) {
            return Optional.empty();
        }
        boolean takenOver = trial.state() instanceof TrialState.Running;
        return Optional.of(new Ask.Run(
                new ActiveTrial(study, trial.number(), claim, from, target, trial.version() + 1, takenOver)));
    }

    /** How far the checkpoint is that a trial goes on from: its own, else that of the trial it began from. */
    double beginning(Trial trial) {
        return trial.checkpoint()
                .or(() -> inherited(trial).map(Inherited::checkpoint))
                .map(Trial.Checkpoint::fidelity)
                .orElse(0.0);
    }

    /** The same in another history. */
    static double beginning(History history, Trial trial) {
        return trial.checkpoint()
                .or(() -> inherited(history, trial).map(Inherited::checkpoint))
                .map(Trial.Checkpoint::fidelity)
                .orElse(0.0);
    }

    /** A checkpoint of another trial. */
    record Inherited(int trial, Trial.Checkpoint checkpoint) {}

    /** The checkpoint that a trial began from, as long as the other trial has it. */
    Optional<Inherited> inherited(Trial trial) {
        return inherited(study.history(), trial).or(() -> leftBefore(trial));
    }

    /** The other trial has gone on since, and has another checkpoint now: the log has the name of the one it left then. */
    private Optional<Inherited> leftBefore(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint from
                ? study.leftAt(from.trial(), from.fidelity())
                        .map(artifact -> new Inherited(from.trial(), new Trial.Checkpoint(artifact, from.fidelity())))
                : Optional.empty();
    }

    private static Optional<Inherited> inherited(History history, Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint from
                ? history.trial(from.trial())
                        .checkpoint()
                        .filter(checkpoint -> checkpoint.fidelity() == from.fidelity())
                        .map(checkpoint -> new Inherited(from.trial(), checkpoint))
                : Optional.empty();
    }

    /** Whether a trial that has not ended may yet have to begin from the checkpoint that another has left. */
    boolean begunFrom(int trial, Trial.Checkpoint checkpoint) {
        var start = new Start.FromCheckpoint(trial, checkpoint.fidelity());
        return Stream.concat(study.history().running(), study.history().paused())
                .anyMatch(other ->
                        other.start().equals(start) && other.checkpoint().isEmpty());
    }
}

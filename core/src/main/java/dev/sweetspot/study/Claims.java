package dev.sweetspot.study;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Store;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.List;
import java.util.Optional;

/** How a worker comes by a trial: a lease first, then an event in the log; whoever is second gives the lease back. */
final class Claims {
    private final Study study;
    private final Leases leases;

    Claims(Study study, Leases leases) {
        this.study = study;
        this.leases = leases;
    }

    /** Empty when another worker claimed the number first. */
    Optional<ActiveTrial> started(
            int number, Configuration configuration, Origin origin, Start start, double target, Claim claim) {
        if (!leases.take(number, claim.worker())) {
            return Optional.empty();
        }
        var event = new Event.Started(
                number,
                study.now(),
                configuration,
                origin,
                start,
                target,
                claim.worker(),
                claim.threads(),
                claim.numericMode());
        if (!study.append(List.of(new Store.Change(event, study.history().decisionVersion())))) {
            leases.release(number, claim.worker());
            return Optional.empty();
        }
        return Optional.of(
                new ActiveTrial(study, number, claim, beginning(study.history().trial(number)), target, 1));
    }

    /** Goes on with a trial whose worker was lost; gives up on one that loses every worker. */
    Optional<Ask> takeOver(Claim claim) {
        for (var trial : leases.lost(study.history())) {
            var gone = (TrialState.Running) trial.state();
            var hopeless = Verification.ofLosses(trial);
            if (hopeless.isPresent()) {
                var event = new Event.Finished(trial.number(), study.now(), hopeless.get(), trial.seconds());
                study.append(List.of(new Store.Change(event, trial.version())));
                continue;
            }
            var answer = goOn(trial, gone.target(), claim, "the lease of " + gone.worker() + " had ended");
            if (!(answer.orElse(null) instanceof Ask.Wait)) {
                return answer;
            }
        }
        return Optional.empty();
    }

    /** Goes on with a trial; empty when another worker was first. */
    Optional<Ask> goOn(Trial trial, double target, Claim claim, String reason) {
        if (!leases.take(trial.number(), claim.worker())) {
            return Optional.of(new Ask.Wait());
        }
        double from = beginning(trial);
        var event = new Event.Resumed(trial.number(), study.now(), from, target, claim.worker(), reason);
        if (!study.append(List.of(new Store.Change(event, trial.version())))) {
            leases.release(trial.number(), claim.worker());
            return Optional.empty();
        }
        return Optional.of(
                new Ask.Run(new ActiveTrial(study, trial.number(), claim, from, target, trial.version() + 1)));
    }

    /** How far the checkpoint is that a trial goes on from: its own, else that of the trial it began from. */
    double beginning(Trial trial) {
        return trial.checkpoint()
                .or(() -> inherited(trial).map(Inherited::checkpoint))
                .map(Trial.Checkpoint::fidelity)
                .orElse(0.0);
    }

    /** A checkpoint of another trial. */
    record Inherited(int trial, Trial.Checkpoint checkpoint) {}

    /** The checkpoint that a trial began from, as long as the other trial has it. */
    Optional<Inherited> inherited(Trial trial) {
        return trial.start() instanceof Start.FromCheckpoint from
                ? study.history()
                        .trial(from.trial())
                        .checkpoint()
                        .filter(checkpoint -> checkpoint.fidelity() == from.fidelity())
                        .map(checkpoint -> new Inherited(from.trial(), checkpoint))
                : Optional.empty();
    }

    /** Whether a running trial may yet have to begin from the checkpoint that another has left. */
    boolean begunFrom(int trial, Trial.Checkpoint checkpoint) {
        var start = new Start.FromCheckpoint(trial, checkpoint.fidelity());
        return study.history()
                .running()
                .anyMatch(other ->
                        other.start().equals(start) && other.checkpoint().isEmpty());
    }
}

package dev.sweetspot.study;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialRun;
import java.nio.file.Path;
import java.util.Optional;

/** One run of one trial: what the workload holds, turned into events. */
final class Attempt implements TrialRun {
    private final Study study;
    private final ActiveTrial trial;
    private final Checkpoints checkpoints;
    private final StopSign stop;
    private final Optional<Path> checkpoint;
    private final double secondsBefore;
    private final long begin = System.nanoTime();
    private boolean stopSeen;

    Attempt(Study study, ActiveTrial trial, Checkpoints checkpoints, StopSign stop) {
        this.study = study;
        this.trial = trial;
        this.checkpoints = checkpoints;
        this.stop = stop;
        this.checkpoint = trial.from() > 0 ? checkpoints.find(trial) : Optional.empty();
        this.secondsBefore = trial.trial().seconds();
    }

    @Override
    public int number() {
        return trial.number();
    }

    @Override
    public Configuration configuration() {
        return trial.trial().configuration();
    }

    @Override
    public <T> T suggest(Parameter<T> parameter) {
        return trial.suggest(parameter);
    }

    @Override
    public long seed() {
        return trial.seed();
    }

    @Override
    public int threads() {
        return trial.trial().threads();
    }

    @Override
    public String numericMode() {
        return trial.trial().numericMode();
    }

    @Override
    public double target() {
        return trial.target();
    }

    /** Nothing can be gone on with when the file of the checkpoint is gone or damaged: the trial begins again. */
    @Override
    public double from() {
        return checkpoint.isPresent() ? trial.from() : 0;
    }

    @Override
    public Optional<Path> checkpoint() {
        return checkpoint;
    }

    @Override
    public long deadline() {
        return stop.deadline();
    }

    @Override
    public boolean stopRequested() {
        boolean requested = stop.raised();
        stopSeen |= requested;
        return requested;
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - begin) / 1e9;
    }

    @Override
    public Answer report(double fidelity, Measurements values, CheckpointWriter writer) {
        boolean ending = stop.raised();
        // Files cannot be written by an interrupted thread; the sign remembers that it was.
        stop.takeInterrupt();
        if (!trial.open()) {
            return Answer.END;
        }
        if (fidelity <= trial.trial().curve().reached()) {
            // The trial repeats what the study has, from an older checkpoint: that checkpoint stays the place to go on
            // from, because only a recorded report can name another.
            return ending ? aside(stop.reason(), Optional.empty()) : Answer.GO_ON;
        }
        var failure = trial.refuted(values, fidelity);
        if (failure.isPresent()) {
            return end(failure.get());
        }
        boolean whole = fidelity >= study.spec().fidelity().most();
        var kept = !whole && (ending || checkpoints.due()) ? checkpoints.keep(trial, writer) : Optional.<String>empty();
        var old = trial.trial().checkpoint();
        trial.report(fidelity, values, seconds(), kept);
        if (kept.isPresent()) {
            checkpoints.drop(trial, old);
        }
        if (whole) {
            return Answer.GO_ON;
        }
        if (ending) {
            return aside(stop.reason(), Optional.empty());
        }
        return obey(trial.judge(), fidelity, values, kept.isPresent() ? CheckpointWriter.NONE : writer);
    }

    /** @param writer for a checkpoint of this moment, which there is not yet */
    private Answer obey(Scheduler.Verdict verdict, double fidelity, Measurements values, CheckpointWriter writer) {
        if (verdict instanceof Scheduler.Verdict.Stop end) {
            return end(new Outcome.StoppedEarly(values, end.reason()));
        }
        if (verdict instanceof Scheduler.Verdict.Pause pause) {
            return aside(pause.reason(), checkpoints.keep(trial, writer));
        }
        if (fidelity >= trial.target()) {
            var reason =
                    "reached " + trial.target() + " " + study.spec().fidelity().unit();
            return aside(reason, checkpoints.keep(trial, writer));
        }
        return Answer.GO_ON;
    }

    private Answer aside(String reason, Optional<String> kept) {
        var old = trial.trial().checkpoint();
        trial.pause(reason, kept);
        if (kept.isPresent()) {
            checkpoints.drop(trial, old);
        }
        return Answer.END;
    }

    private Answer end(Outcome outcome) {
        var last = trial.trial().checkpoint();
        trial.finish(outcome, seconds());
        checkpoints.drop(trial, last);
        return Answer.END;
    }

    /** The workload has returned. */
    void completed(Measurements values) {
        if (!trial.open()) {
            return;
        }
        if (stopSeen && trial.trial().curve().reached() < trial.target()) {
            aside(stop.reason(), Optional.empty());
        } else {
            end(Verification.ofResult(study.spec(), values));
        }
    }

    /** The workload has given up. */
    void failed(Outcome.Cause cause, String message) {
        if (trial.open()) {
            end(new Outcome.Failed(cause, message));
        }
    }

    /** The workload was interrupted. */
    void putAside() {
        if (trial.open()) {
            aside(stop.reason(), Optional.empty());
        }
    }
}

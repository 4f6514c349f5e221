package dev.sweetspot.study;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs trials with a workload, and records how each ended. */
final class TrialRunner {
    private final Study study;
    private final Artifacts artifacts;
    private final Workload workload;
    private final Path scratch;
    private final Consumer<Glimpse> watcher;

    /** @param watcher told what trials are at between their reports */
    TrialRunner(Study study, Artifacts artifacts, Workload workload, Path scratch, Consumer<Glimpse> watcher) {
        this.study = study;
        this.artifacts = artifacts;
        this.workload = workload;
        this.scratch = scratch;
        this.watcher = watcher;
    }

    /**
     * Runs it until it has ended, was put aside, or another worker has it.
     *
     * @param limit watches over its time, under the index of the worker
     * @return what people should know, when the other worker tells of the trial from now on; where the trial has ended by
     *     itself, the end is still on its way
     */
    Ending run(ActiveTrial trial, RunPlan plan, StopSign sign, TimeLimit limit, int worker) {
        var checkpoints = new Checkpoints(study.spec().name(), artifacts, scratch, plan.checkpointEvery(), sign);
        try {
            var refused = overLimit(trial);
            if (refused.isPresent()) {
                trial.finish(refused.get(), 0);
                return Ending.NONE;
            }
            var attempt = new Attempt(study, trial, checkpoints, sign, plan.trialLimit(), watcher);
            var rest = run(attempt, sign, () -> tried(attempt, limit, worker));
            return new Ending(() -> ended(attempt, trial, rest));
        } catch (ActiveTrial.Lost taken) {
            return new Ending(() -> Optional.of(taken(trial)));
        }
    }

    private static Optional<String> ended(Attempt attempt, ActiveTrial trial, Runnable rest) {
        try {
            rest.run();
            return attempt.taken() ? Optional.of(taken(trial)) : Optional.empty();
        } catch (ActiveTrial.Lost taken) {
            return Optional.of(taken(trial));
        }
    }

    private static String taken(ActiveTrial trial) {
        trial.giveUp();
        return "Trial " + trial.number()
                + " belongs to another worker now: this one had not renewed its lease in time. What it"
                + " reported until then is kept; what came after is not.";
    }

    /** A limit, of the study or of the workload here, that the configuration breaks before anything was run. */
    private Optional<Outcome> overLimit(ActiveTrial trial) {
        var limits = new ArrayList<>(study.spec().constraints());
        limits.addAll(workload.constraints());
        for (var constraint : limits) {
            if (constraint.known() == Constraint.Known.BEFORE) {
                var value = workload.predict(constraint.name(), trial.trial().configuration());
                if (value.isPresent() && !constraint.keeps(value.getAsDouble())) {
                    return Optional.of(
                            new Outcome.OverLimit(constraint.name(), value.getAsDouble(), Measurements.NONE));
                }
            }
        }
        return Optional.empty();
    }

    /** What a workload does. */
    private interface Work {
        Measurements done() throws TrialFailure, InterruptedException;
    }

    private Measurements tried(Attempt attempt, TimeLimit limit, int worker) throws TrialFailure, InterruptedException {
        prepare(attempt);
        attempt.begin();
        limit.begin(worker, attempt);
        try {
            return workload.run(attempt);
        } finally {
            limit.end(worker, attempt);
        }
    }

    private void prepare(Attempt attempt) throws InterruptedException {
        try {
            workload.prepare();
        } catch (RuntimeException e) {
            attempt.putAside();
            throw new Unprepared(e);
        }
    }

    /** Nothing can be tried here. */
    private static final class Unprepared extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final RuntimeException reason;

        Unprepared(RuntimeException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** @return waits until what came of it is durable */
    private Runnable run(Attempt attempt, StopSign sign, Work work) {
        try {
            var values = work.done();
            sign.takeInterrupt();
            return attempt.completed(values);
        } catch (InterruptedException asked) {
            sign.interrupted();
            attempt.interrupted();
        } catch (TrialFailure failure) {
            attempt.failed(failure.kind(), messageOf(failure));
        } catch (OutOfMemoryError e) {
            attempt.failed(Outcome.Cause.OUT_OF_MEMORY, "the memory ran out. Maybe a smaller batch or network?");
        } catch (Unprepared e) {
            throw e.reason;
        } catch (StoreException | ActiveTrial.Lost e) {
            // Not the trial's doing.
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            attempt.failed(Outcome.Cause.ERROR, messageOf(e));
        }
        return Attempt.DONE;
    }

    private static String messageOf(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}

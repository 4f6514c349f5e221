package dev.sweetspot.study;

import dev.sweetspot.executor.Executor;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the trials of a study with a workload, until nothing is left to do, the deadline, or a stop. */
public final class StudyRunner {
    private static final Duration POLL = Duration.ofMillis(50);
    /** How long a workload may take to notice the deadline by itself before its thread is interrupted. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Study study;
    private final Artifacts artifacts;
    private final Workload workload;
    private final Path scratch;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Queue<String> endings = new ConcurrentLinkedQueue<>();

    /** @param scratch a folder of this machine for checkpoints on their way; on the artifacts' disk best */
    public StudyRunner(Study study, Artifacts artifacts, Workload workload, Path scratch) {
        this.study = study;
        this.artifacts = artifacts;
        this.workload = workload;
        this.scratch = scratch;
    }

    /** Why nothing more was to do, as a sentence; empty when something was. */
    public Optional<String> ending() {
        return endings.stream().findFirst();
    }

    /** Asks all running trials to be put aside at their next report, and starts nothing more. Returns at once. */
    public void stop() {
        stop.set(true);
    }

    /**
     * Runs; returns when nothing is left to do, or soon after the deadline, the end of the study's time, or a stop.
     *
     * @throws InterruptedException when this thread was interrupted; the running trials have been put aside
     */
    public void run(Executor executor, RunPlan plan) throws InterruptedException {
        long begin = System.nanoTime();
        var within = plan.endingWithin(study.spec().budget().timeLeft(Duration.ZERO, study.now()));
        var renewal = study.renewing();
        try {
            await(executor.place(within.workers(), index -> work(within, index, begin)), within.deadline());
        } finally {
            renewal.close();
        }
    }

    /**
     * Runs one trial of a configuration that a person chose, in the calling thread.
     *
     * @return its number; it has ended, or was put aside when the time was over
     * @throws InterruptedException when this thread was interrupted; the trial has been put aside
     */
    public int run(Configuration configuration, RunPlan plan) throws InterruptedException {
        var renewal = study.renewing();
        try {
            var claim = new Claim(plan.worker(), plan.threads(), workload.numericMode(), 1, Duration.ZERO);
            var trial = study.begin(configuration, claim);
            var sign = new StopSign(stop, plan.deadline());
            attempt(trial, plan, sign);
            if (sign.interruptedAlone()) {
                throw new InterruptedException("interrupted while a trial ran");
            }
            return trial.number();
        } finally {
            renewal.close();
        }
    }

    private void await(Executor.Placement placement, long deadline) throws InterruptedException {
        try {
            if (deadline != Long.MAX_VALUE) {
                var left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (placement.await(left.plus(GRACE))) {
                    return;
                }
                placement.interrupt();
                // Whoever does not answer even now is left behind: the deadline is a promise, and its lease will end.
                placement.await(GRACE);
                return;
            }
            boolean ended = false;
            while (!ended) {
                ended = placement.await(Duration.ofHours(1));
            }
        } catch (InterruptedException asked) {
            stop();
            placement.interrupt();
            placement.await(Duration.ofSeconds(10));
            throw asked;
        }
    }

    private void work(RunPlan plan, int index, long begin) throws InterruptedException {
        var worker = plan.worker() + "-" + index;
        while (!new StopSign(stop, plan.deadline()).raised()) {
            var elapsed = Duration.ofNanos(System.nanoTime() - begin);
            var answer = study.ask(new Claim(
                    worker, plan.threads(), workload.numericMode(), plan.workers(), elapsed, plan.timeLeft()));
            if (answer instanceof Ask.Finished finished) {
                endings.add(finished.reason());
                return;
            }
            if (answer instanceof Ask.Run run) {
                var sign = new StopSign(stop, plan.deadline());
                attempt(run.trial(), plan, sign);
                if (sign.interruptedAlone()) {
                    throw new InterruptedException("the worker was interrupted while it ran a trial");
                }
            } else {
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private void attempt(ActiveTrial trial, RunPlan plan, StopSign sign) {
        var checkpoints = new Checkpoints(study.spec().name(), artifacts, scratch, plan.checkpointEvery(), sign);
        try {
            var refused = overLimit(trial);
            if (refused.isPresent()) {
                trial.finish(refused.get(), 0);
            } else {
                run(new Attempt(study, trial, checkpoints, sign), sign);
            }
        } catch (ActiveTrial.Lost taken) {
            // The other worker tells; this one has nothing more to say about the trial.
            return;
        }
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

    private void run(Attempt attempt, StopSign sign) {
        try {
            var values = workload.run(attempt);
            sign.takeInterrupt();
            attempt.completed(values);
        } catch (InterruptedException asked) {
            sign.interrupted();
            attempt.putAside();
        } catch (TrialFailure failure) {
            attempt.failed(failure.kind(), messageOf(failure));
        } catch (OutOfMemoryError e) {
            attempt.failed(Outcome.Cause.OUT_OF_MEMORY, "the memory ran out. Maybe a smaller batch or network?");
        } catch (StoreException | ActiveTrial.Lost e) {
            // Not the trial's doing.
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError e) {
            attempt.failed(Outcome.Cause.ERROR, messageOf(e));
        }
    }

    private static String messageOf(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}

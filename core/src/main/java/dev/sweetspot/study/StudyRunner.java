package dev.sweetspot.study;

import dev.sweetspot.executor.Executor;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the trials of a study with a workload, until nothing is left to do, the deadline, or a stop. */
public final class StudyRunner {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Study study;
    private final Artifacts artifacts;
    private final Workload workload;
    private final Path scratch;
    private final AtomicBoolean stop = new AtomicBoolean();

    /** @param scratch a folder of this machine for checkpoints on their way; on the artifacts' disk best */
    public StudyRunner(Study study, Artifacts artifacts, Workload workload, Path scratch) {
        this.study = study;
        this.artifacts = artifacts;
        this.workload = workload;
        this.scratch = scratch;
    }

    /** Asks all running trials to be put aside at their next report, and starts nothing more. Returns at once. */
    public void stop() {
        stop.set(true);
    }

    /**
     * Runs; returns when nothing is left to do, or soon after the deadline or a stop.
     *
     * @throws InterruptedException when this thread was interrupted; the running trials have been put aside
     */
    public void run(Executor executor, RunPlan plan) throws InterruptedException {
        long begin = System.nanoTime();
        var renewal = study.leases().renewing();
        try {
            await(executor.place(plan.workers(), index -> work(plan, index, begin)));
        } finally {
            renewal.close();
        }
    }

    private void await(Executor.Placement placement) throws InterruptedException {
        try {
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
        while (!stop.get() && plan.deadline() - System.nanoTime() > 0) {
            var elapsed = Duration.ofNanos(System.nanoTime() - begin);
            var answer = study.ask(new Claim(worker, plan.threads(), plan.workers(), elapsed));
            if (answer instanceof Ask.Finished) {
                return;
            }
            if (answer instanceof Ask.Run run) {
                attempt(run.trial(), plan);
            } else {
                Thread.sleep(POLL.toMillis());
            }
        }
    }

    private void attempt(ActiveTrial trial, RunPlan plan) throws InterruptedException {
        var attempt = new Attempt(study, trial, artifacts, scratch, plan, stop::get);
        try {
            Measurements values = workload.run(attempt);
            attempt.completed(values);
        } catch (InterruptedException asked) {
            attempt.putAside(stop.get() ? "stopped by hand" : "the time is over");
            if (!stop.get() && plan.deadline() - System.nanoTime() > 0) {
                throw asked;
            }
        } catch (ActiveTrial.Lost taken) {
            // The other worker tells; this one has nothing more to say about the trial.
            return;
        } catch (TrialFailure failure) {
            attempt.failed(failure.kind(), messageOf(failure));
        } catch (OutOfMemoryError e) {
            attempt.failed(Outcome.Cause.OUT_OF_MEMORY, "the memory ran out. Maybe a smaller batch or network?");
        } catch (RuntimeException e) {
            attempt.failed(Outcome.Cause.ERROR, messageOf(e));
        }
    }

    private static String messageOf(Exception e) {
        return Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
    }
}

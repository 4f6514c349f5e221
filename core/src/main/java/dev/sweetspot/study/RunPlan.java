package dev.sweetspot.study;

import java.time.Duration;
import java.util.Optional;

/**
 * How a study is run in this process.
 *
 * @param worker a name that no other process has; workers get it with their index
 * @param workers how many trials run at once, at least 1
 * @param threads how many threads each trial may use, at least 1
 * @param deadline on {@link System#nanoTime}: nothing is started after it and what runs is put aside;
 *     {@link Long#MAX_VALUE} for never
 * @param checkpointEvery at most one checkpoint in that time, but always one when a trial is put aside
 * @param trialLimit how long the work of a trial may take, all its runs together: then it has failed; empty for as long as
 *     it takes
 */
public record RunPlan(
        String worker,
        int workers,
        int threads,
        long deadline,
        Duration checkpointEvery,
        Optional<Duration> trialLimit) {
    /** Trials may take as long as they take. */
    public RunPlan(String worker, int workers, int threads, long deadline, Duration checkpointEvery) {
        this(worker, workers, threads, deadline, checkpointEvery, Optional.empty());
    }

    /** One worker with one thread, no deadline, a checkpoint every two seconds. */
    public static RunPlan simple(String worker) {
        return new RunPlan(worker, 1, 1, Long.MAX_VALUE, Duration.ofSeconds(2));
    }

    /** Checks the ranges. */
    public RunPlan {
        if (workers < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "workers = " + workers + ", threads = " + threads + ": both must be at least 1");
        }
        if (trialLimit.filter(limit -> limit.isZero() || limit.isNegative()).isPresent()) {
            throw new IllegalArgumentException("trialLimit = " + trialLimit.get() + ": must be above 0");
        }
    }

    /** The same with a limit for the work of each trial. */
    public RunPlan limiting(Optional<Duration> trial) {
        return new RunPlan(worker, workers, threads, deadline, checkpointEvery, trial);
    }

    /** How long there is until the deadline; empty when there is none. */
    Optional<Duration> timeLeft() {
        return deadline == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    /** The same, ending at the latest when that time is over. */
    RunPlan endingWithin(Optional<Duration> time) {
        if (time.isEmpty()) {
            return this;
        }
        long end = System.nanoTime() + time.get().toNanos();
        // Moments of this clock are compared by their difference alone.
        boolean sooner = deadline == Long.MAX_VALUE || end - deadline < 0;
        return sooner ? new RunPlan(worker, workers, threads, end, checkpointEvery, trialLimit) : this;
    }
}

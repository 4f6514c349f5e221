package dev.sweetspot.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How a job is run on this machine.
 *
 * @param timetable when what has to be done
 * @param cores how many threads the job may use in all
 * @param workers how many trials run at once
 * @param fitThreads threads of each of the two trainings at the end, which run side by side
 * @param worker a name that no other process has
 * @param scratch a folder for checkpoints on their way
 */
public record TunePlan(Timetable timetable, int cores, int workers, int fitThreads, String worker, Path scratch) {
    /** At most one checkpoint of a trial in that time. */
    static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    /** Half of the cores for each of the two trainings at the end. */
    public TunePlan(Timetable timetable, int cores, int workers, String worker, Path scratch) {
        this(timetable, cores, workers, Math.max(1, cores / 2), worker, scratch);
    }

    /** Threads of a training that runs alone at the end: all cores, unless few threads were the quickest. */
    int threadsAlone() {
        return fitThreads < cores / 2 ? fitThreads : cores;
    }

    /** Threads for each of the trials that run at once. */
    int threadsPerTrial() {
        return Math.max(1, cores / workers);
    }
}

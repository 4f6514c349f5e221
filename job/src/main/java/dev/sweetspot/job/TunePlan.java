package dev.sweetspot.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a job is run on this machine.
 *
 * @param timetable when what has to be done
 * @param workers how many trials run at once
 * @param threads how many each training has
 * @param worker a name that no other process has
 * @param scratch a folder for checkpoints on their way
 * @param trialLimit how long the work of a trial may take; empty for as long as it takes
 */
public record TunePlan(
        Timetable timetable, int workers, Threads threads, String worker, Path scratch, Optional<Duration> trialLimit) {
    /** At most one checkpoint of a trial in that time. */
    static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    /** Trials may take as long as they take. */
    public TunePlan(Timetable timetable, int workers, Threads threads, String worker, Path scratch) {
        this(timetable, workers, threads, worker, scratch, Optional.empty());
    }

    /** The same at other times. */
    TunePlan at(Timetable other) {
        return new TunePlan(other, workers, threads, worker, scratch, trialLimit);
    }

    /** The same with a limit for the work of each trial. */
    public TunePlan limiting(Optional<Duration> trial) {
        return new TunePlan(timetable, workers, threads, worker, scratch, trial);
    }

    /**
     * How many threads trainings have.
     *
     * @param trial each of the trials that run at once
     * @param fit each of the two trainings at the end, which run side by side
     * @param alone a training that runs alone at the end
     */
    public record Threads(int trial, int fit, int alone) {
        /** One each: what they compute does not depend on how many cores there are, or how many trials run at once. */
        public static final Threads SINGLE = new Threads(1, 1, 1);

        /**
         * The cores are shared by what runs at once; a training alone has all of them, unless few threads were the quickest.
         *
         * @param fit threads of each of the two trainings at the end
         */
        public static Threads sharing(int cores, int workers, int fit) {
            return new Threads(Math.max(1, cores / workers), fit, fit < cores / 2 ? fit : cores);
        }
    }

    /** Half of the cores for each of the two trainings at the end. */
    public TunePlan(Timetable timetable, int cores, int workers, String worker, Path scratch) {
        this(timetable, workers, Threads.sharing(cores, workers, Math.max(1, cores / 2)), worker, scratch);
    }
}

package dev.sweetspot.study;

import java.time.Duration;

/**
 * Who asks, and what he brings.
 *
 * @param worker unique among all workers of all machines
 * @param threads how many threads he gives to a trial
 * @param numericMode in what his workload computes; kept with the trial as its threads are
 * @param parallelism how many workers there are
 * @param elapsed time since the run began
 */
public record Claim(String worker, int threads, String numericMode, int parallelism, Duration elapsed) {
    /** The claim of a worker whose workload has only one numeric mode. */
    public Claim(String worker, int threads, int parallelism, Duration elapsed) {
        this(worker, threads, "", parallelism, elapsed);
    }
}

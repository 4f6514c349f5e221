package dev.sweetspot.study;

import java.time.Duration;
import java.util.Optional;

/**
 * Who asks, and what he brings.
 *
 * @param worker unique among all workers of all machines
 * @param threads how many threads he gives to a trial
 * @param numericMode in what his workload computes; kept with the trial as its threads are
 * @param parallelism how many workers there are
 * @param elapsed time since the run began
 * @param timeLeft how long he can stay, whatever the study's own budget says; empty when that is not known
 */
public record Claim(
        String worker,
        int threads,
        String numericMode,
        int parallelism,
        Duration elapsed,
        Optional<Duration> timeLeft) {
    /** The claim of a worker who stays until the study's budget is used up. */
    public Claim(String worker, int threads, String numericMode, int parallelism, Duration elapsed) {
        this(worker, threads, numericMode, parallelism, elapsed, Optional.empty());
    }

    /** The claim of a worker whose workload has only one numeric mode. */
    public Claim(String worker, int threads, int parallelism, Duration elapsed) {
        this(worker, threads, "", parallelism, elapsed);
    }
}

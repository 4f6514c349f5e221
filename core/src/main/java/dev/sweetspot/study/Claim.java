package dev.sweetspot.study;

import java.time.Duration;

/**
 * Who asks, and what he brings.
 *
 * @param worker unique among all workers of all machines
 * @param threads how many threads he gives to a trial
 * @param parallelism how many workers there are
 * @param elapsed time since the run began
 */
public record Claim(String worker, int threads, int parallelism, Duration elapsed) {}

package dev.sweetspot.trial;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time in which one worker was at a trial. Times are those of the events, for people: nothing is decided by them.
 *
 * @param worker its name
 * @param from when it began, or went on
 * @param until when it put the trial aside or ended it; empty while it is at it, and where it was lost
 */
public record Stint(String worker, Instant from, Optional<Instant> until) {}

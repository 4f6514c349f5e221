package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Time that a person gives a command, counted from its start. */
final class Minutes {
    static final String OPTION = "--minutes";
    private static final double MOST = 1e6;
    private static final double NANOS = 60e9;

    private Minutes() {}

    /** Refuses what no clock can show. */
    static void check(Optional<Double> given, String maybe) {
        given.filter(value -> !(value > 0 && value < MOST)).ifPresent(value -> {
            throw new InvalidInputException(OPTION, value, "must be above 0 and below a million", maybe);
        });
    }

    /** When they are over, on {@link System#nanoTime}; never where there are none. */
    static long end(Optional<Double> given) {
        return given.map(value -> Main.BEGIN + Math.round(value * NANOS)).orElse(Long.MAX_VALUE);
    }

    /** How many have passed since the program began. */
    static double sinceBegin() {
        return (System.nanoTime() - Main.BEGIN) / NANOS;
    }

    /** The time of day of a moment on {@link System#nanoTime}; empty for the one that never comes. */
    static Optional<Instant> when(long end) {
        return end == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(Clock.systemUTC().instant().plusNanos(end - System.nanoTime()));
    }

    /** The moment on {@link System#nanoTime} at a time of day; never where there is none. */
    static long moment(Optional<Instant> time) {
        return time.map(until -> System.nanoTime()
                        + Duration.between(Clock.systemUTC().instant(), until).toNanos())
                .orElse(Long.MAX_VALUE);
    }

    /** So much later. */
    static Instant after(Instant begin, double minutes) {
        return begin.plusNanos(Math.round(minutes * NANOS));
    }
}

package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;

/** How many trials run at once, and how many cores they share, as people say it. */
final class Counts {
    static final int MOST_WORKERS = 256;
    /** A cluster is larger than a machine. */
    static final int MOST_WORKERS_OF_A_CLUSTER = 100_000;

    static final int MOST_THREADS = 1024;

    private Counts() {}

    /** Refuses a number of trials at once that cannot be. */
    static void workers(Optional<Integer> given, boolean onACluster) {
        check("--workers", given, onACluster ? MOST_WORKERS_OF_A_CLUSTER : MOST_WORKERS);
    }

    /** Refuses a number of cores that cannot be. */
    static void threads(Optional<Integer> given) {
        check("--threads", given, MOST_THREADS);
    }

    private static void check(String option, Optional<Integer> given, int most) {
        given.filter(value -> value < 1 || value > most).ifPresent(value -> {
            throw new InvalidInputException(option, value, "must be from 1 to " + most, "leave it out?");
        });
    }
}

package dev.sweetspot.choice;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Trial;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A configuration that may be chosen, and what its trials tell of it.
 *
 * @param runs its trials that count, in the order of their numbers; at least one
 * @param mean of their values, in the user's own direction; of a trial that was cut short, what it came to
 * @param estimate what another run of it is expected to give in the end: the mean, less what is probably luck
 * @param margin the true value lies so far from the estimate at most, in 95 of 100 cases; empty where nothing tells
 */
public record Contender(List<Trial> runs, double mean, double estimate, OptionalDouble margin) {
    /** Keeps a copy. */
    public Contender {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("runs = []: a contender was tried");
        }
    }

    /** The first of its trials. */
    public Trial trial() {
        return runs.get(0);
    }

    /** What was tried. */
    public Configuration configuration() {
        return trial().configuration();
    }
}

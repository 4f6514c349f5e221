package dev.sweetspot.trial;

import dev.sweetspot.space.Configuration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One configuration that is tried, as it stands in a history.
 *
 * @param number from 0, without gaps
 * @param version how many events it has had: what a worker must have seen to change it
 * @param seconds time spent in its own work until the last event
 * @param threads how many threads it was given; kept when it is gone on with
 * @param numericMode in what its workload computes; kept likewise
 * @param checkpoint the artifact of the latest report that left one, and how far that report was
 * @param losses how many workers in a row were lost with it before any of them reported something new
 * @param stints who was at it and when, the first first; at least one
 */
public record Trial(
        int number,
        long version,
        Configuration configuration,
        Origin origin,
        Start start,
        TrialState state,
        Curve curve,
        Instant startedAt,
        double seconds,
        int threads,
        String numericMode,
        Optional<Checkpoint> checkpoint,
        int losses,
        List<Stint> stints) {
    /** Keeps a copy. */
    public Trial {
        stints = List.copyOf(stints);
    }

    /** Where a trial can go on from. */
    public record Checkpoint(String artifact, double fidelity) {}

    /** The trial that it repeats, if it is a repeat. */
    public OptionalInt repeats() {
        return start instanceof Start.Repeat repeat ? OptionalInt.of(repeat.trial()) : OptionalInt.empty();
    }

    /** Its outcome, when it has ended. */
    public Optional<Outcome> outcome() {
        return state instanceof TrialState.Finished finished ? Optional.of(finished.outcome()) : Optional.empty();
    }

    /** Whether it ran to its end. */
    public boolean completed() {
        return outcome().filter(Outcome.Completed.class::isInstance).isPresent();
    }

    /**
     * The value of an objective or constraint: the outcome's, else the last report's. Empty for a failed trial.
     */
    public OptionalDouble value(String name) {
        var outcome = outcome();
        if (outcome.isEmpty()) {
            return curve.last(name);
        }
        if (outcome.get() instanceof Outcome.Completed completed) {
            return completed.values().find(name);
        }
        if (outcome.get() instanceof Outcome.StoppedEarly stopped) {
            return stopped.values().find(name);
        }
        if (outcome.get() instanceof Outcome.OverLimit over) {
            return over.values().find(name);
        }
        return OptionalDouble.empty();
    }
}

package dev.sweetspot.trial;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What can happen in a study, to one of its trials or to the study itself. A study is the sequence of its events, and
 * nothing else; a {@link History} is what they add up to. Each event carries the store's or the worker's time, for people:
 * nothing is decided by it.
 */
public sealed interface Event {
    /** When it happened. */
    Instant at();

    /** What happens to one trial. */
    sealed interface OfTrial extends Event {
        /** The number of the trial, from 0, without gaps. */
        int trial();
    }

    /** What a person decides about the study while it runs. */
    sealed interface OfStudy extends Event {}

    /**
     * What can be chosen is another from now on. Every trial until then keeps its place: the space has all values that
     * were ever allowed, and relations forbid those that are allowed no more. A parameter that is new has its default in
     * every trial until then in which it is active.
     *
     * @param space the whole of it
     * @param changes what is other than before, as sentences that people read
     */
    record SpaceChanged(Instant at, SearchSpace space, List<String> changes) implements OfStudy {
        /** Keeps a copy. */
        public SpaceChanged {
            changes = List.copyOf(changes);
        }
    }

    /** A person wants a configuration to be tried before any that a sampler proposes. */
    record Enqueued(Instant at, Configuration configuration) implements OfStudy {}

    /**
     * A person, or whoever runs the search in his place, decides whether the study is worked on. Every worker obeys.
     *
     * @param reason why, for people: "by hand"
     * @param until when the search of whoever opens it ends by the clock, for workers that would not be told; empty where no
     *     clock ends it
     * @param trials how many trials may be begun in all from now on, in the place of what the budget says of trials; empty
     *     where that stays as it was
     */
    record Ordered(Instant at, Standing standing, String reason, Optional<Instant> until, OptionalInt trials)
            implements OfStudy {
        /** An order that gives no other number of trials. */
        public Ordered(Instant at, Standing standing, String reason, Optional<Instant> until) {
            this(at, standing, reason, until, OptionalInt.empty());
        }

        /** An order without a clock. */
        public Ordered(Instant at, Standing standing, String reason) {
            this(at, standing, reason, Optional.empty());
        }
    }

    /**
     * A number was claimed for a configuration and a worker is at it.
     *
     * @param target the fidelity to reach
     * @param threads how many threads the worker gives to the trial; kept when the trial is gone on with
     * @param numericMode in what the workload computes, in its own words ("bfloat16"), because last bits depend on it;
     *     kept likewise; empty when the workload has only one
     */
    record Started(
            int trial,
            Instant at,
            Configuration configuration,
            Origin origin,
            Start start,
            double target,
            String worker,
            int threads,
            String numericMode)
            implements OfTrial {
        /** A start of a workload that has only one numeric mode. */
        public Started(
                int trial,
                Instant at,
                Configuration configuration,
                Origin origin,
                Start start,
                double target,
                String worker,
                int threads) {
            this(trial, at, configuration, origin, start, target, worker, threads, "");
        }
    }

    /**
     * A define-by-run trial asked for a parameter that its configuration did not have yet.
     *
     * @param dimension the parameter as it was asked for
     * @param value its value as the parameter labels it
     */
    record Suggested(int trial, Instant at, SearchSpace.Dimension dimension, String value) implements OfTrial {}

    /**
     * The trial told how well it does.
     *
     * @param fidelity how far it came, above that of all earlier reports of this trial
     * @param values at the least the objectives
     * @param seconds time spent in the trial's own work so far, all its runs together
     * @param checkpoint name of the artifact from which the trial can go on from here, if it left one
     */
    record Reported(
            int trial, Instant at, double fidelity, Measurements values, double seconds, Optional<String> checkpoint)
            implements OfTrial {}

    /**
     * It was put aside, to be gone on with from its last checkpoint.
     *
     * @param checkpoint name of the artifact that holds the moment of the last report, when that report left none
     */
    record Paused(int trial, Instant at, String reason, Optional<String> checkpoint) implements OfTrial {}

    /**
     * A worker goes on with it, after a pause or after its worker was lost.
     *
     * @param from the fidelity of the checkpoint it goes on from; 0 when it begins again
     * @param target the fidelity to reach
     * @param reason "resumed", "the lease of worker w1 ended"
     * @param seen the version of the history in which a scheduler decided it; 0 where none did
     */
    record Resumed(int trial, Instant at, double from, double target, String worker, String reason, long seen)
            implements OfTrial {
        /** Nothing was decided: somebody had to go on with it. */
        public Resumed(int trial, Instant at, double from, double target, String worker, String reason) {
            this(trial, at, from, target, worker, reason, 0);
        }
    }

    /** It ended. */
    record Finished(int trial, Instant at, Outcome outcome, double seconds) implements OfTrial {}
}

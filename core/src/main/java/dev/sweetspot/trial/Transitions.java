package dev.sweetspot.trial;

import dev.sweetspot.space.Configuration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What an event makes of a trial: the whole state model in one place. */
final class Transitions {
    private Transitions() {}

    static Trial start(Event.Started event) {
        return new Trial(
                event.trial(),
                1,
                event.configuration(),
                event.origin(),
                event.start(),
                new TrialState.Running(event.worker(), event.target()),
                Curve.EMPTY,
                event.at(),
                0,
                event.threads(),
                event.numericMode(),
                Optional.empty(),
                0,
                List.of(new Stint(event.worker(), event.at(), Optional.empty())));
    }

    static Trial apply(Trial trial, Event.OfTrial event) {
        if (trial.state() instanceof TrialState.Finished) {
            throw refused(trial, event, "it has ended");
        }
        if (event instanceof Event.Suggested suggested) {
            return suggest(trial, suggested);
        }
        if (event instanceof Event.Reported reported) {
            return report(trial, reported);
        }
        if (event instanceof Event.Paused paused) {
            running(trial, event);
            double reached = trial.curve().reached();
            var checkpoint = paused.checkpoint()
                    .map(artifact -> new Trial.Checkpoint(artifact, reached))
                    .or(trial::checkpoint);
            var state = new TrialState.Paused(reached, paused.reason());
            return copy(trial, state, trial.seconds(), checkpoint, 0, ended(trial, paused.at()));
        }
        if (event instanceof Event.Resumed resumed) {
            // A trial that is gone on with while it counts as running has lost its worker.
            int lost = trial.state() instanceof TrialState.Running ? 1 : 0;
            var stints = new ArrayList<>(trial.stints());
            stints.add(new Stint(resumed.worker(), resumed.at(), Optional.empty()));
            return copy(
                    trial,
                    new TrialState.Running(resumed.worker(), resumed.target()),
                    trial.seconds(),
                    trial.checkpoint(),
                    lost,
                    stints);
        }
        if (event instanceof Event.Finished finished) {
            return copy(
                    trial,
                    new TrialState.Finished(finished.outcome()),
                    Math.max(trial.seconds(), finished.seconds()),
                    trial.checkpoint(),
                    0,
                    ended(trial, finished.at()));
        }
        throw refused(trial, event, "it has been started");
    }

    private static Trial suggest(Trial trial, Event.Suggested event) {
        running(trial, event);
        var parameter = event.dimension().parameter();
        if (trial.configuration().contains(parameter.name())) {
            throw refused(trial, event, parameter.name() + " has a value");
        }
        var values = new LinkedHashMap<>(trial.configuration().values());
        values.put(parameter.name(), parameter.check(event.value()));
        return completed(
                copy(trial, trial.state(), trial.seconds(), trial.checkpoint(), 0, trial.stints()),
                Configuration.of(values));
    }

    /** Whoever was at it is no more. */
    private static List<Stint> ended(Trial trial, Instant at) {
        int last = trial.stints().size() - 1;
        if (!(trial.state() instanceof TrialState.Running)) {
            return trial.stints();
        }
        var stint = new Stint(
                trial.stints().get(last).worker(), trial.stints().get(last).from(), Optional.of(at));
        if (last == 0) {
            return List.of(stint);
        }
        var stints = new ArrayList<>(trial.stints());
        stints.set(last, stint);
        return stints;
    }

    private static Trial report(Trial trial, Event.Reported event) {
        running(trial, event);
        return reported(
                trial,
                trial.curve().append(event.fidelity(), event.seconds(), event.values()),
                1,
                event.seconds(),
                checkpoint(event));
    }

    /** The checkpoint that a report left. */
    static Optional<Trial.Checkpoint> checkpoint(Event.Reported event) {
        return event.checkpoint().map(artifact -> new Trial.Checkpoint(artifact, event.fidelity()));
    }

    /**
     * A trial and reports of it, one after the other.
     *
     * @param curve with them
     * @param reports how many they are, at least 1
     * @param seconds until the last of them
     * @param checkpoint the last one that any of them left
     */
    static Trial reported(
            Trial trial, Curve curve, int reports, double seconds, Optional<Trial.Checkpoint> checkpoint) {
        return new Trial(
                trial.number(),
                trial.version() + reports,
                trial.configuration(),
                trial.origin(),
                trial.start(),
                trial.state(),
                curve,
                trial.startedAt(),
                Math.max(trial.seconds(), seconds),
                trial.threads(),
                trial.numericMode(),
                checkpoint.or(trial::checkpoint),
                0,
                trial.stints());
    }

    private static void running(Trial trial, Event event) {
        if (!(trial.state() instanceof TrialState.Running)) {
            throw refused(trial, event, "nobody is at it");
        }
    }

    /** The same trial, with values for parameters that it did not know. */
    static Trial completed(Trial trial, Configuration configuration) {
        return new Trial(
                trial.number(),
                trial.version(),
                configuration,
                trial.origin(),
                trial.start(),
                trial.state(),
                trial.curve(),
                trial.startedAt(),
                trial.seconds(),
                trial.threads(),
                trial.numericMode(),
                trial.checkpoint(),
                trial.losses(),
                trial.stints());
    }

    private static Trial copy(
            Trial trial,
            TrialState state,
            double seconds,
            Optional<Trial.Checkpoint> checkpoint,
            int lost,
            List<Stint> stints) {
        return new Trial(
                trial.number(),
                trial.version() + 1,
                trial.configuration(),
                trial.origin(),
                trial.start(),
                state,
                trial.curve(),
                trial.startedAt(),
                seconds,
                trial.threads(),
                trial.numericMode(),
                checkpoint,
                trial.losses() + lost,
                stints);
    }

    private static IllegalArgumentException refused(Trial trial, Event event, String why) {
        return new IllegalArgumentException(
                "trial " + trial.number() + " cannot take " + event.getClass().getSimpleName() + ": " + why);
    }
}

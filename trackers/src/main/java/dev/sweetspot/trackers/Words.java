package dev.sweetspot.trackers;

import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.trial.TrialState;
import java.util.Optional;

/** How a trial stands, in the words that people read in other programs. */
public final class Words {
    private Words() {}

    /** "completed", "stopped", "failed", "over limit", "running", "put aside". */
    public static String state(Trial trial) {
        return trial.outcome()
                .map(Outcome::word)
                .orElseGet(() -> trial.state() instanceof TrialState.Running ? "running" : "put aside");
    }

    /** Why it stands so; empty where it runs, and where it ran to its end. */
    public static Optional<String> reason(Trial trial) {
        if (trial.state() instanceof TrialState.Paused paused) {
            return Optional.of(paused.reason());
        }
        return trial.outcome().flatMap(Words::reason);
    }

    private static Optional<String> reason(Outcome outcome) {
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            return Optional.of(stopped.reason());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return Optional.of(failed.message());
        }
        return outcome instanceof Outcome.OverLimit over
                ? Optional.of(over.constraint() + " = " + over.value())
                : Optional.empty();
    }

    /** What was measured until it ended. */
    public static Measurements values(Outcome outcome) {
        if (outcome instanceof Outcome.Completed completed) {
            return completed.values();
        }
        if (outcome instanceof Outcome.StoppedEarly stopped) {
            return stopped.values();
        }
        return outcome instanceof Outcome.OverLimit over ? over.values() : Measurements.NONE;
    }
}

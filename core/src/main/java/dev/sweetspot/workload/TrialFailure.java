package dev.sweetspot.workload;

import dev.sweetspot.trial.Outcome;

/** A trial failed for a reason that a person should read. */
public class TrialFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Outcome.Cause cause;

    /** @param message the name, the value, the rule, then "Maybe ..." */
    public TrialFailure(Outcome.Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    /** What kind of failure. */
    public Outcome.Cause kind() {
        return cause;
    }
}

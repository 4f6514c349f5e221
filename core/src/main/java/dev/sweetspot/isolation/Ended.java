package dev.sweetspot.isolation;

import dev.sweetspot.trial.Outcome;

/** A process that ran a trial is not there any more. */
final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Outcome.Cause cause;

    /** @param cause {@link Outcome.Cause#LOST} where it was not the trial's doing */
    Ended(Outcome.Cause cause, String message) {
        super(message);
        this.cause = cause;
    }

    Outcome.Cause kind() {
        return cause;
    }
}

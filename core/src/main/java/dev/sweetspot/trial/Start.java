package dev.sweetspot.trial;

/** What a trial starts from. */
public sealed interface Start {
    /** From nothing. */
    record Fresh() implements Start {}

    /**
     * From the checkpoint that another trial left at a fidelity: population-based training, a wider budget for a
     * winner.
     */
    record FromCheckpoint(int trial, double fidelity) implements Start {}

    /** From nothing. */
    Start FRESH = new Fresh();
}

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

    /**
     * From nothing, with the configuration of another trial and a seed of its own: to learn how much of a result is luck.
     *
     * @param trial the one that is repeated: it began from nothing too, and is no repeat itself
     */
    record Repeat(int trial) implements Start {}

    /** From nothing. */
    Start FRESH = new Fresh();
}

package dev.sweetspot.study;

/** What a free worker is told. */
public sealed interface Ask {
    /** Try this. */
    record Run(ActiveTrial trial) implements Ask {}

    /** Nothing can be decided now; ask again soon. */
    record Wait() implements Ask {}

    /** There is nothing left to do. */
    record Finished(String reason) implements Ask {}
}

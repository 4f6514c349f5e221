package dev.sweetspot.study;

import dev.sweetspot.store.Store;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What came of computing every proposal of a study again, from what was recorded: the sampler, the version of the history that
 * it saw, the seed of its generator, and what it was told may still be used. In a deterministic study every other decision is
 * computed again as well: what began, what went on and what was stopped, in the order in which it was decided.
 *
 * @param study its name
 * @param proposals how many were computed again
 * @param decisions how many other decisions were
 * @param given how many trials have a configuration that no sampler proposed: people or a scheduler gave it
 * @param differences the trials of which something else came out
 */
public record Replay(String study, int proposals, int decisions, int given, List<Difference> differences) {
    /**
     * Something else came out.
     *
     * @param sentence what was recorded, and what came out
     */
    public record Difference(int trial, String sentence) {}

    /** Keeps a copy. */
    public Replay {
        differences = List.copyOf(differences);
    }

    /**
     * Computes a study again; takes about as long as the search itself took to decide.
     *
     * @param progress told how many trials were looked at
     * @throws dev.sweetspot.form.InvalidInputException when there is no study of that name
     * @throws IllegalArgumentException when the store has lost or torn some of it: see {@link Audit}
     */
    public static Replay of(Store store, String study, IntConsumer progress) {
        return new Replayer(store, study).replay(progress);
    }

    /** Whether the same came out. */
    public boolean same() {
        return differences.isEmpty();
    }
}

package dev.sweetspot.trial;

import java.util.List;

/**
 * Where a configuration comes from: enough to compute the proposal again, and the reasons in words.
 *
 * @param sampler the sampler's name, or "default", "enqueued", "by hand", "imported", "repeats"
 * @param historyVersion the version of the history that the sampler saw
 * @param seed the seed of the generator it was given
 * @param reasons why this one, as sentences; may be empty
 */
public record Origin(String sampler, long historyVersion, long seed, List<String> reasons) {
    /** Keeps a copy. */
    public Origin {
        reasons = List.copyOf(reasons);
    }

    /** A configuration that no sampler chose. */
    public static Origin given(String word) {
        return new Origin(word, 0, 0, List.of());
    }
}

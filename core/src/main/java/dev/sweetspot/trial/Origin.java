package dev.sweetspot.trial;

import java.util.List;
import java.util.Optional;

/**
 * Where a configuration comes from: enough to compute the proposal again, and the reasons in words.
 *
 * @param sampler the sampler's name, or "default", "enqueued", "by hand", "imported", "repeats"
 * @param historyVersion the version of the history that the sampler saw; of a configuration that a person enqueued while
 *     the study ran, that which first had it
 * @param seed the seed of the generator it was given
 * @param reasons why this one, as sentences; may be empty
 * @param means what the sampler was told may still be used; empty where no sampler was asked, and in studies of before this
 *     was kept
 */
public record Origin(String sampler, long historyVersion, long seed, List<String> reasons, Optional<Means> means) {
    /** The word for a configuration that a person enqueued. */
    public static final String ENQUEUED = "enqueued";

    /** Keeps a copy. */
    public Origin {
        reasons = List.copyOf(reasons);
    }

    /** Where it does not matter what might still be used. */
    public Origin(String sampler, long historyVersion, long seed, List<String> reasons) {
        this(sampler, historyVersion, seed, reasons, Optional.empty());
    }

    /** A configuration that a person enqueued while the study ran. */
    public static Origin of(Waiting waiting) {
        return new Origin(ENQUEUED, waiting.version(), 0, List.of());
    }

    /** The same for these reasons. */
    public Origin with(List<String> others) {
        return new Origin(sampler, historyVersion, seed, others, means);
    }

    /** The same, decided in that version of the history. */
    public Origin asOf(long version) {
        return new Origin(sampler, version, seed, reasons, means);
    }

    /** A configuration that no sampler chose. */
    public static Origin given(String word) {
        return new Origin(word, 0, 0, List.of());
    }
}

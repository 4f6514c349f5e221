package dev.sweetspot.sampler;

import dev.sweetspot.space.Configuration;
import java.util.List;

/** What a sampler answers. */
public sealed interface Proposal {
    /**
     * This one.
     *
     * @param reasons why, as sentences that people read; may be empty
     */
    record Suggested(Configuration configuration, List<String> reasons) implements Proposal {
        /** Keeps a copy. */
        public Suggested {
            reasons = List.copyOf(reasons);
        }
    }

    /** Every configuration of a finite space has been tried. */
    record Exhausted() implements Proposal {}
}

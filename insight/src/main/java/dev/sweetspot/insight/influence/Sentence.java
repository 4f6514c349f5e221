package dev.sweetspot.insight.influence;

import java.util.List;

/**
 * Something that can be said of parameters.
 *
 * @param parameters of which; at least one
 * @param text what, for people
 */
public record Sentence(List<String> parameters, String text) {
    /** Keeps a copy. */
    public Sentence {
        parameters = List.copyOf(parameters);
    }
}

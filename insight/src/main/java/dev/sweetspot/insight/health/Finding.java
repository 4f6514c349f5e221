package dev.sweetspot.insight.health;

import java.util.List;

/**
 * Something that is wrong with a study.
 *
 * @param check the name of the check that found it
 * @param severity how bad it is
 * @param sentence what was seen, with its numbers
 * @param advice what to do
 * @param parameters which parameters it is about; may be empty
 */
public record Finding(String check, Severity severity, String sentence, String advice, List<String> parameters) {
    /** How bad something is, the worst first. */
    public enum Severity {
        /** The study cannot give what it is for. */
        PROBLEM,
        /** It would give more if this were changed. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    /** Keeps a copy. */
    public Finding {
        parameters = List.copyOf(parameters);
    }
}

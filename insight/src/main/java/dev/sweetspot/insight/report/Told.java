package dev.sweetspot.insight.report;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.result.Judged;
import java.util.List;
import java.util.Optional;

/**
 * What a report is made from.
 *
 * @param choice the configuration that is chosen, as the command line chooses; empty before there is one, and where a front
 *     is sought
 * @param handed what the job handed over; empty for a study without a result
 * @param judged what the winner said of each test item; empty where that was not handed over
 * @param circumstances when and by what the report is made
 */
public record Told(
        Studied studied,
        Optional<Choice> choice,
        Optional<Handed> handed,
        Optional<Judged> judged,
        Circumstances circumstances) {
    /** Without what the winner said of each item. */
    public Told(Studied studied, Optional<Choice> choice, Optional<Handed> handed, Circumstances circumstances) {
        this(studied, choice, handed, Optional.empty(), circumstances);
    }

    /**
     * When and by what a report is made.
     *
     * @param at the moment, in words
     * @param version of Sweetspot
     * @param system Java and the operating system
     * @param store where the study is kept, without a password
     * @param missing what could not be told and why, in sentences
     */
    public record Circumstances(String at, String version, String system, String store, List<String> missing) {
        /** Keeps a copy. */
        public Circumstances {
            missing = List.copyOf(missing);
        }

        /** Where all can be told. */
        public Circumstances(String at, String version, String system, String store) {
            this(at, version, system, store, List.of());
        }
    }
}

package dev.sweetspot.insight.report;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.Studied;
import java.util.Optional;

/**
 * What a report is made from.
 *
 * @param choice the configuration that is chosen, as the command line chooses; empty before there is one, and where a front
 *     is sought
 * @param handed what the job handed over; empty for a study without a result
 * @param circumstances when and by what the report is made
 */
public record Told(Studied studied, Optional<Choice> choice, Optional<Handed> handed, Circumstances circumstances) {
    /**
     * When and by what a report is made.
     *
     * @param at the moment, in words
     * @param version of Sweetspot
     * @param system Java and the operating system
     * @param store where the study is kept, without a password
     */
    public record Circumstances(String at, String version, String system, String store) {}
}

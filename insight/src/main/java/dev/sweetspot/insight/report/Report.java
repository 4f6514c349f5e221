package dev.sweetspot.insight.report;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of a study, before it has a look: whoever shows it decides that.
 *
 * @param title the name of the study
 * @param lead what it was, and when this was told, in a sentence or two
 * @param sections in the order in which they are read
 */
public record Report(String title, String lead, List<Section> sections) {
    /** Keeps a copy. */
    public Report {
        sections = List.copyOf(sections);
    }

    /**
     * What belongs together.
     *
     * @param id in lower case with dashes, unique in its report: "what-next"
     */
    public record Section(String id, String title, List<Block> blocks) {
        /** Keeps a copy. */
        public Section {
            blocks = List.copyOf(blocks);
        }

        /** The same, and more below it. */
        Section and(List<Block> more) {
            return new Section(
                    id, title, Stream.concat(blocks.stream(), more.stream()).toList());
        }
    }
}

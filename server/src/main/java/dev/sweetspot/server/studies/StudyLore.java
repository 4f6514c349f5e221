package dev.sweetspot.server.studies;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.insight.report.Told;
import dev.sweetspot.study.Study;
import java.util.Optional;

/** What only whoever made a study knows of it: how its winner is chosen, and what its job handed over. */
public interface StudyLore {
    /** What is chosen of it; empty before there is anything to choose, and where a front is sought. */
    Optional<Choice> choice(Study study);

    /** What its job handed over; empty where nothing lies where it was put. */
    Optional<Handed> handed(Study study);

    /** Whether it is a training by hand, which only its own process ends. */
    boolean byHand(Study study);

    /**
     * When and by what a report is made.
     *
     * @param store as everybody may read it
     */
    Told.Circumstances circumstances(String store);
}

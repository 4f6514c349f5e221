package dev.sweetspot.cli;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.job.Winner;
import dev.sweetspot.study.Study;
import java.util.Optional;

/** What is chosen of a study, for every command that shows one. */
final class StudyChoice {
    private StudyChoice() {}

    /**
     * As {@code tune} chooses, where it is a study of ours: also among trials that were cut short. Empty before there is
     * anything to choose, and where a front is sought.
     */
    static Optional<Choice> of(Study study) {
        return Objectives.seekFront(study.spec().problem()) ? Optional.empty() : among(study);
    }

    private static Optional<Choice> among(Study study) {
        return Errand.isOfTrainings(study.spec().errand())
                ? Winner.among(study.spec().problem(), study.history())
                : study.choice();
    }
}

package dev.sweetspot.server.asktell;

import dev.sweetspot.study.Lessons;
import dev.sweetspot.study.StudySpec;
import java.util.List;
import java.util.Map;

/** Where a new study learns what earlier ones found. */
@FunctionalInterface
public interface Learning {
    /** Nobody teaches anything. */
    Learning NOTHING = (places, study) -> new Lessons(List.of(), Map.of());

    /**
     * What they can teach a study.
     *
     * @param places of earlier studies, at least one
     * @throws dev.sweetspot.form.InvalidInputException when one is not there, or the study can learn nothing
     */
    Lessons lessons(List<String> places, StudySpec study);
}

package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.study.Study;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the job of a study handed over, for commands that look at it.
 *
 * @param handed what it was; empty where nothing is there
 * @param missing where nothing was found that should be there, in a sentence; empty where it was found, or there is no job
 */
record ResultFolder(Optional<Handed> handed, Optional<String> missing) {
    /**
     * What lies where the job was told to put it, or where a person says that it lies now.
     *
     * @param option by which a person says so
     * @throws InvalidInputException when a folder was named that holds no result of the study
     */
    static ResultFolder of(Study study, String option, Optional<Path> named) {
        var name = study.spec().name();
        if (named.isPresent()) {
            var handed = Handed.in(named.get(), name)
                    .orElseThrow(() -> new InvalidInputException(
                            option,
                            named.get(),
                            "holds no result of the study " + name + " (report.json and record.json)",
                            "leave it out?"));
            return new ResultFolder(Optional.of(handed), Optional.empty());
        }
        var place = place(study);
        var found = Handed.in(place, name);
        var errand = study.spec().errand();
        boolean expected = Errand.isOfTrainings(errand) && !Errand.isByHand(errand);
        return new ResultFolder(
                found,
                found.isPresent() || !expected
                        ? Optional.empty()
                        : Optional.of("There is no result of its job in " + Shown.name(place.toString())
                                + ", so nothing is said of a test part. Where it lies elsewhere, " + option
                                + " says so."));
    }

    private static Path place(Study study) {
        var name = study.spec().name();
        var told = Errand.isOfTrainings(study.spec().errand())
                ? Fields.of(study.spec().errand()).findText("out").map(Path::of)
                : Optional.<Path>empty();
        return told.orElseGet(() -> Path.of("sweetspot-out", name));
    }
}

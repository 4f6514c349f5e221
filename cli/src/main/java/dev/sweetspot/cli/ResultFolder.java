package dev.sweetspot.cli;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.insight.report.Handed;
import dev.sweetspot.study.Study;
import java.nio.file.Path;
import java.util.Optional;

/** What the job of a study handed over, for commands that look at it. */
final class ResultFolder {
    private ResultFolder() {}

    /**
     * What lies where the job was told to put it, or where a person says that it lies now; empty where nothing does.
     *
     * @param option by which a person says so
     * @throws InvalidInputException when a folder was named that holds no result of the study
     */
    static Optional<Handed> of(Study study, String option, Optional<Path> named) {
        var name = study.spec().name();
        if (named.isPresent()) {
            return Optional.of(Handed.in(named.get(), name)
                    .orElseThrow(() -> new InvalidInputException(
                            option,
                            named.get(),
                            "holds no result of the study " + name + " (report.json and record.json)",
                            "leave it out?")));
        }
        var told = Errand.isOurs(study.spec().errand())
                ? Fields.of(study.spec().errand()).findText("out").map(Path::of)
                : Optional.<Path>empty();
        return Handed.in(told.orElseGet(() -> Path.of("sweetspot-out", name)), name);
    }
}

package dev.sweetspot.cli.earlier;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Lessons;
import dev.sweetspot.study.StudySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places of earlier studies: {@code STORE}, {@code STORE#STUDY}, or {@code #STUDY} for one of the store in use.
 *
 * @param usual the store in use
 */
public record EarlierStudies(List<String> places, Path usual) {
    /** Keeps a copy. */
    public EarlierStudies {
        places = List.copyOf(places);
    }

    /**
     * What they can teach a study.
     *
     * @throws InvalidInputException when a store or a study that was named is not there, or the study can teach nothing
     */
    public Lessons lessons(StudySpec study) {
        var problem = study.problem();
        if (problem.objectives().size() > 1 && !problem.preference().oneOrder()) {
            throw new InvalidInputException(
                    "--learn-from",
                    String.join(", ", places),
                    "goes with one objective, or with several that have weights or an order: nobody learns yet from "
                            + "another study's front",
                    "--weights?");
        }
        var all = new Lessons(List.of(), Map.of());
        for (var place : places) {
            all = all.and(lessons(place, study));
        }
        return all;
    }

    private Lessons lessons(String place, StudySpec study) {
        int sign = Files.exists(Path.of(place)) ? -1 : place.lastIndexOf('#');
        var file = sign < 0 ? Path.of(place) : sign == 0 ? usual : Path.of(place.substring(0, sign));
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("--learn-from", place, file + " is no store of studies", "#" + place + "?");
        }
        try (var store = SqliteStore.open(file)) {
            boolean same = file.toAbsolutePath()
                    .normalize()
                    .equals(usual.toAbsolutePath().normalize());
            return sign < 0
                    ? Lessons.of(store, study.problem(), same ? Optional.of(study.name()) : Optional.empty())
                    : Lessons.of(store, place.substring(sign + 1), study.problem());
        }
    }
}

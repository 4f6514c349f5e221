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
        check();
        var all = new Lessons(List.of(), Map.of());
        for (var place : places) {
            all = all.and(lessons(Place.of(place, usual), study));
        }
        return all;
    }

    /**
     * Looks whether the stores are there.
     *
     * @throws InvalidInputException when one is not
     */
    public void check() {
        for (var place : places) {
            var file = Place.of(place, usual).file();
            if (!Files.isRegularFile(file)) {
                throw new InvalidInputException(
                        "--learn-from", place, file + " is no store of studies", "#" + place + "?");
            }
        }
    }

    /**
     * A store, and a study of it.
     *
     * @param study empty for all of them
     */
    private record Place(Path file, Optional<String> study) {
        static Place of(String text, Path usual) {
            int sign = Files.exists(Path.of(text)) ? -1 : text.lastIndexOf('#');
            return sign < 0
                    ? new Place(Path.of(text), Optional.empty())
                    : new Place(
                            sign == 0 ? usual : Path.of(text.substring(0, sign)),
                            Optional.of(text.substring(sign + 1)));
        }
    }

    private Lessons lessons(Place place, StudySpec study) {
        try (var store = SqliteStore.open(place.file())) {
            if (place.study().isPresent()) {
                return Lessons.of(store, place.study().get(), study.problem());
            }
            boolean same = place.file()
                    .toAbsolutePath()
                    .normalize()
                    .equals(usual.toAbsolutePath().normalize());
            return Lessons.of(store, study.problem(), same ? Optional.of(study.name()) : Optional.empty());
        }
    }
}

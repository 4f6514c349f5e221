package dev.sweetspot.cli.earlier;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Stores;
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
 * @param usual the address of the store in use
 */
public record EarlierStudies(List<String> places, String usual) {
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
            var file = Stores.file(Place.of(place, usual).store()).filter(path -> !Files.isRegularFile(path));
            if (file.isPresent()) {
                throw new InvalidInputException(
                        "--learn-from", place, file.get() + " is no store of studies", "#" + place + "?");
            }
        }
    }

    /**
     * A store, by its address, and a study of it.
     *
     * @param study empty for all of them
     */
    private record Place(String store, Optional<String> study) {
        static Place of(String text, String usual) {
            boolean file = !Stores.hasScheme(text) && Files.exists(Path.of(text));
            int sign = file ? -1 : text.lastIndexOf('#');
            return sign < 0
                    ? new Place(text, Optional.empty())
                    : new Place(sign == 0 ? usual : text.substring(0, sign), Optional.of(text.substring(sign + 1)));
        }
    }

    private Lessons lessons(Place place, StudySpec study) {
        try (var store = Stores.open(place.store())) {
            if (place.study().isPresent()) {
                return Lessons.of(store, place.study().get(), study.problem());
            }
            boolean same = absolute(place.store()).equals(absolute(usual));
            return Lessons.of(store, study.problem(), same ? Optional.of(study.name()) : Optional.empty());
        }
    }

    private static String absolute(String store) {
        return Stores.file(store)
                .map(file -> file.toAbsolutePath().normalize().toString())
                .orElseGet(() -> Stores.shown(store));
    }
}

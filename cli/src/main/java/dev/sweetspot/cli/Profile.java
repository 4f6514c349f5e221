package dev.sweetspot.cli;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings that go together under a name; anything that is said elsewhere counts more. Three are there always, and a project
 * file may bring others.
 *
 * @param name in small letters
 * @param settings by the names of options
 */
record Profile(String name, Map<String, Layers.Given> settings) {
    private static final List<Profile> BUILT_IN = List.of(
            // A first look.
            ofMinutes("quick", 3),
            // What a coffee break allows.
            ofMinutes("normal", 20),
            // While nobody waits.
            ofMinutes("thorough", 120));

    /** Keeps a copy. */
    Profile {
        settings = Map.copyOf(settings);
    }

    private static Profile ofMinutes(String name, int minutes) {
        return new Profile(name, Map.of("minutes", new Layers.Given(String.valueOf(minutes), "profile " + name)));
    }

    /** Whether a name is one of those that are there always: a project file does not change them. */
    static boolean builtIn(String name) {
        return BUILT_IN.stream().anyMatch(profile -> profile.name().equals(name));
    }

    /**
     * The profile of a name, in letters of either size.
     *
     * @param own those of the project file
     * @throws InvalidInputException when there is none, with all that there are
     */
    static Profile named(String name, List<Profile> own) {
        var all = Stream.concat(BUILT_IN.stream(), own.stream()).toList();
        return all.stream()
                .filter(profile -> profile.name().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknown(name, all.stream().map(Profile::name).toList()));
    }

    private static InvalidInputException unknown(String name, List<String> known) {
        var there = new ArrayList<>(known);
        var last = there.remove(there.size() - 1);
        return new InvalidInputException(
                "--profile",
                name,
                "is not known; there are " + String.join(", ", there) + " and " + last,
                DidYouMean.nearest(name, known)
                        .map(near -> near + "?")
                        .orElse("one of your own, under profiles: in " + ProjectFile.NAME + "?"));
    }

    Optional<Layers.Given> given(String key) {
        return Optional.ofNullable(settings.get(key));
    }
}

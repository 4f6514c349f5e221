package dev.sweetspot.cli;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings that go together; anything that is said elsewhere counts more. */
enum Profile {
    /** A first look. */
    QUICK(3),
    /** What a coffee break allows. */
    NORMAL(20),
    /** While nobody waits. */
    THOROUGH(120);

    private final int minutes;

    Profile(int minutes) {
        this.minutes = minutes;
    }

    static Profile named(String name) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInputException("--profile", name, "is not known", DidYouMean.maybe(name, words())));
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Profile::word).toList();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Optional<Layers.Given> given(String key) {
        return key.equals("minutes")
                ? Optional.of(new Layers.Given(String.valueOf(minutes), "profile " + word()))
                : Optional.empty();
    }
}

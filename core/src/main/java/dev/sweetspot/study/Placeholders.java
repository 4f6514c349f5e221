package dev.sweetspot.study;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** <code>{name}</code> in the words of a command: the value of a parameter, or something about the trial. */
public final class Placeholders {
    /** What stands for something about the trial, where no parameter has that name. */
    public static final List<String> OF_THE_TRIAL = List.of(
            "trial.number",
            "trial.seed",
            "trial.threads",
            "trial.from",
            "trial.target",
            "trial.folder",
            "trial.checkpoint",
            "study.folder");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\p{L}_][\\p{L}\\p{N}_.:-]*)}");

    private Placeholders() {}

    /** The names in a text, in their order. Braces around anything but a name are left as they are, as JSON needs them. */
    public static List<String> in(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Whether the text is one placeholder and nothing else. */
    public static boolean isOne(String text) {
        return PLACEHOLDER.matcher(text).matches();
    }

    /**
     * The text with the values in their places.
     *
     * @param value of a name; empty where the parameter is not there
     * @return empty where one of the values is not there
     */
    public static Optional<String> filled(String text, Function<String, Optional<String>> value) {
        if (in(text).stream().anyMatch(name -> value.apply(name).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(value.apply(found.group(1)).orElseThrow())));
    }
}

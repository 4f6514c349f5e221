package dev.sweetspot.space;

import dev.sweetspot.form.InvalidInputException;
import java.util.regex.Pattern;

/** The rule for names of parameters, objectives and constraints. */
final class Names {
    private static final Pattern RULE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*");

    private Names() {}

    /** The name with '_' for what it must not hold. */
    private static String suggestion(String name) {
        var near = name.strip().replaceAll("[^\\p{L}\\p{N}_.:-]+", "_").replaceFirst("^[^\\p{L}_]+", "");
        return (near.isEmpty() ? "learning_rate" : near) + "?";
    }

    static void check(String what, String name) {
        if (!RULE.matcher(name).matches()) {
            throw new InvalidInputException(
                    what,
                    '"' + name + '"',
                    "must start with a letter and hold only letters, digits, '_', '.', ':' and '-'",
                    suggestion(name));
        }
    }
}

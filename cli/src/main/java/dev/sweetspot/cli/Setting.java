package dev.sweetspot.cli;

import dev.sweetspot.deep.training.augmentation.Flip;
import dev.sweetspot.form.InvalidInputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** {@code name=value} as people write it after --set and --search. */
record Setting(String name, String value) {
    /** {@code learning_rate=0.01}. */
    static Setting parse(String text) {
        return split("--set", text, "must be name=value", "learning_rate=0.01?");
    }

    /** {@code learning_rate=0.01} after another flag. */
    static Setting parse(String flag, String text) {
        return split(flag, text, "must be name=value", "learning_rate=0.01?");
    }

    /** {@code learning_rate=1e-4..1e-2} or {@code batch_size=32,64}. */
    static Setting parseRange(String text) {
        return split("--search", text, "must be name=low..high or name=a,b,c", "learning_rate=1e-4..1e-2?");
    }

    private static Setting split(String flag, String text, String rule, String maybe) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new InvalidInputException(flag, text, rule, maybe);
        }
        var name = text.substring(0, equals).trim();
        var value = text.substring(equals + 1).trim();
        return new Setting(name, name.equals(Flip.PARAMETER.name()) ? ofToday(value) : value);
    }

    /** Mirroring was once true or false; scripts that say so go on working. */
    private static String ofToday(String values) {
        return Arrays.stream(values.split(",", -1))
                .map(value -> Flip.current(value.trim()))
                .collect(Collectors.joining(","));
    }
}

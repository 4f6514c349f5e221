package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;

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
        return new Setting(
                text.substring(0, equals).trim(), text.substring(equals + 1).trim());
    }
}

package dev.sweetspot.cli;

import dev.sweetspot.form.InvalidInputException;

/** {@code name=value} as people write it after --set and --search. */
record Setting(String name, String value) {
    static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new InvalidInputException("--set", text, "must be name=value", "learning_rate=0.01?");
        }
        return new Setting(
                text.substring(0, equals).trim(), text.substring(equals + 1).trim());
    }
}

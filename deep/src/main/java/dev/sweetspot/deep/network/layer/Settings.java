package dev.sweetspot.deep.network.layer;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What files say of a layer, in order; and the rules that the numbers of several layers share. */
final class Settings {
    private final Map<String, Form> entries = new LinkedHashMap<>();

    Settings with(String name, Form value) {
        entries.put(name, value);
        return this;
    }

    Settings with(String name, long value) {
        return with(name, Form.of(value));
    }

    /** Says it only where it is not the usual one, which files of before do not say. */
    Settings unless(long usual, String name, long value) {
        return value == usual ? this : with(name, value);
    }

    Map<String, Form> done() {
        return Collections.unmodifiableMap(entries);
    }

    static void atLeast(int least, String name, int value, String maybe) {
        if (value < least) {
            throw new InvalidInputException(name, value, "must be at least " + least, maybe);
        }
    }

    /** A share that may be nothing but never all. */
    static void share(String name, double value, String maybe) {
        if (!(value >= 0 && value < 1)) {
            throw new InvalidInputException(name, value, "must be from 0 to below 1", maybe);
        }
    }
}

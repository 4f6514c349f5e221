package dev.sweetspot.server;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;

/** What a value in a request is, as JSON Schema calls it. */
public enum Kind {
    TEXT("string", "a text"),
    WHOLE("integer", "a whole number"),
    NUMBER("number", "a number"),
    TRUTH("boolean", "true or false"),
    LIST("array", "a list"),
    MAP("object", "a map"),
    ANY("", "a value");

    private final String schema;
    private final String words;

    Kind(String schema, String words) {
        this.schema = schema;
        this.words = words;
    }

    /** Its name in JSON Schema; empty for anything. */
    String schema() {
        return schema;
    }

    /** "a whole number". */
    String words() {
        return words;
    }

    /** Whether a value of a JSON text is of this kind. */
    boolean takes(Form form) {
        return switch (this) {
            case TEXT -> form instanceof TextForm;
            case WHOLE -> form instanceof NumberForm number && isWhole(number);
            case NUMBER -> form instanceof NumberForm;
            case TRUTH -> form instanceof BooleanForm;
            case LIST -> form instanceof ListForm;
            case MAP -> form instanceof MapForm;
            case ANY -> true;
        };
    }

    private static boolean isWhole(NumberForm number) {
        return number.doubleValue() == Math.rint(number.doubleValue());
    }
}

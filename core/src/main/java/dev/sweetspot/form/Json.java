package dev.sweetspot.form;

import dev.sweetspot.form.Form.BooleanForm;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NullForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;

/** Strict JSON (RFC 8259) from and to forms. */
public final class Json {
    private Json() {}

    /**
     * Reads one value.
     *
     * @param text the whole text; nothing but white space may follow the value
     * @param source a file name or the like, for messages
     * @throws InvalidInputException with line and column when the text is not JSON, or has a key twice
     */
    public static Form parse(String text, String source) {
        return new JsonReader(text, source).readAll();
    }

    /** Reads one value that has to be a map. */
    public static MapForm parseMap(String text, String source) {
        var form = parse(text, source);
        if (form instanceof MapForm map) {
            return map;
        }
        throw new InvalidInputException(source, form.kind(), "must be a map", "{...}?");
    }

    /** One line, without spaces. */
    public static String write(Form form) {
        var out = new StringBuilder();
        write(form, out);
        return out.toString();
    }

    /** Two spaces a level, one entry a line. */
    public static String writeIndented(Form form) {
        var out = new StringBuilder();
        writeIndented(form, out, 0);
        return out.append('\n').toString();
    }

    private static void write(Form form, StringBuilder out) {
        if (form instanceof MapForm map) {
            out.append('{');
            var separator = "";
            for (var entry : map.entries().entrySet()) {
                out.append(separator);
                quote(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                separator = ",";
            }
            out.append('}');
        } else if (form instanceof ListForm list) {
            out.append('[');
            var separator = "";
            for (var item : list.items()) {
                out.append(separator);
                write(item, out);
                separator = ",";
            }
            out.append(']');
        } else {
            scalar(form, out);
        }
    }

    private static void writeIndented(Form form, StringBuilder out, int level) {
        if (form instanceof MapForm map && !map.entries().isEmpty()) {
            var separator = "{\n";
            for (var entry : map.entries().entrySet()) {
                out.append(separator).append("  ".repeat(level + 1));
                quote(entry.getKey(), out);
                out.append(": ");
                writeIndented(entry.getValue(), out, level + 1);
                separator = ",\n";
            }
            out.append('\n').append("  ".repeat(level)).append('}');
        } else if (form instanceof ListForm list && list.items().stream().anyMatch(MapForm.class::isInstance)) {
            var separator = "[\n";
            for (var item : list.items()) {
                out.append(separator).append("  ".repeat(level + 1));
                writeIndented(item, out, level + 1);
                separator = ",\n";
            }
            out.append('\n').append("  ".repeat(level)).append(']');
        } else {
            write(form, out);
        }
    }

    private static void scalar(Form form, StringBuilder out) {
        if (form instanceof TextForm text) {
            quote(text.value(), out);
        } else if (form instanceof NumberForm number) {
            out.append(number.literal());
        } else if (form instanceof BooleanForm truth) {
            out.append(truth.value());
        } else if (form instanceof NullForm) {
            out.append("null");
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    // Line separators and lone surrogates are legal in JSON but break what reads it line by line.
                    if (c < 0x20 || c == 0x7f || c == 0x2028 || c == 0x2029 || lone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean lone(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}

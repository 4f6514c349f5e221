package dev.sweetspot.data;

import java.util.List;
import java.util.stream.Collectors;

/** Names that came from files, made safe and short enough to stand in a message on one line. */
public final class Shown {
    private static final int LONGEST = 160;

    private Shown() {}

    /**
     * The name with everything that could break a line or change a terminal written as an escape: control characters
     * and invisible direction marks; letters of every language stay as they are.
     */
    public static String name(String name) {
        StringBuilder out = new StringBuilder(name.length());
        name.codePoints().forEach(c -> append(out, c));
        if (out.length() <= LONGEST) {
            return out.toString();
        }
        return out.substring(0, LONGEST / 2) + "..." + out.substring(out.length() - LONGEST / 2);
    }

    /** The first few of many names, and how many more there are. */
    public static String names(List<String> names) {
        int few = 5;
        String first = names.stream().limit(few).map(Shown::name).collect(Collectors.joining(", "));
        return names.size() <= few ? first : first + " and " + (names.size() - few) + " more";
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                int type = Character.getType(c);
                if (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR) {
                    out.append(String.format("\\u%04x", c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}

package dev.sweetspot.server;

import java.util.regex.Pattern;

/**
 * Many languages write NaN and Infinity into their JSON as they are, which JSON does not know. A loss that is not a number
 * is an everyday result, so these words are read as the texts that forms take for such numbers.
 */
public final class NumberWords {
    /** A text as a whole, so that nothing in it is touched; or one of the words. */
    private static final Pattern TEXT_OR_WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|(?<word>-?Infinity|NaN)");

    private NumberWords() {}

    /** The line with those words in quotes. */
    public static String quoted(String line) {
        return line.contains("NaN") || line.contains("Infinity")
                ? TEXT_OR_WORD
                        .matcher(line)
                        .replaceAll(found -> found.group(1) == null ? "$0" : "\"" + found.group(1) + "\"")
                : line;
    }
}

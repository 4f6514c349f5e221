package dev.sweetspot.data.csv;

import java.util.Arrays;

/** Which character parts the cells of a file: the one that the first lines have most evenly. */
final class Separators {
    private static final byte[] KNOWN = {',', ';', '\t', '|'};
    private static final int LINES = 20;

    private Separators() {}

    /** A comma where nothing else is more likely. */
    static byte detect(byte[] bytes) {
        byte best = ',';
        int most = 0;
        for (byte candidate : KNOWN) {
            int even = evenly(bytes, candidate);
            if (even > most) {
                most = even;
                best = candidate;
            }
        }
        return best;
    }

    /** How often each of the first lines has it: the least of them; quotes hide what they hold. */
    private static int evenly(byte[] bytes, byte separator) {
        var counts = new int[LINES];
        int lines = 0;
        int count = 0;
        boolean quoted = false;
        boolean any = false;
        int at = 0;
        for (; at < bytes.length && lines < LINES; at++) {
            byte b = bytes[at];
            if (b == '"') {
                quoted = !quoted;
            } else if (!quoted && b == separator) {
                count++;
            } else if (!quoted && b == '\n') {
                if (any) {
                    counts[lines++] = count;
                }
                count = 0;
                any = false;
                continue;
            }
            any |= b != '\r' && b != ' ';
        }
        if (at == bytes.length && any && lines < LINES) {
            counts[lines++] = count;
        }
        return Arrays.stream(counts, 0, lines).min().orElse(0);
    }
}

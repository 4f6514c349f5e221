package dev.sweetspot.data.csv;

import dev.sweetspot.data.Shown;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A walk through the cells of a file, row by row (RFC 4180): a cell in quotes may hold separators and line breaks, and two
 * quotes in it are one; spaces around a cell do not count; lines with nothing on them are passed over. For one thread.
 */
public final class Cells {
    /** What stands for a missing value, whatever its case. */
    public static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "?");

    private static final int LONGEST_MISSING = 4;

    private final CsvFile file;
    private final byte[] bytes;
    private final byte separator;
    private int at;
    private int line;
    private int rowLine;
    private int start;
    private int end;
    private boolean quoted;
    private boolean more;

    Cells(CsvFile file, byte separator, int from, int line) {
        this.file = file;
        this.bytes = file.bytes();
        this.separator = separator;
        this.at = from;
        this.line = line;
        this.rowLine = line;
    }

    /** Goes to the next row that has something on it; false at the end of the file. */
    public boolean nextRow() {
        while (more) {
            nextCell();
        }
        int probe = at;
        while (probe < bytes.length) {
            byte b = bytes[probe];
            if (b == '\n') {
                line++;
                at = ++probe;
            } else if (b == '\r' || b == ' ' || (b == '\t' && separator != '\t')) {
                probe++;
            } else {
                break;
            }
        }
        rowLine = line;
        more = probe < bytes.length;
        return more;
    }

    /** Goes to the next cell of the row; false behind its last one. */
    public boolean nextCell() {
        if (!more) {
            return false;
        }
        int from = at;
        while (from < bytes.length && blank(bytes[from])) {
            from++;
        }
        if (from < bytes.length && bytes[from] == '"') {
            readQuoted(from + 1);
        } else {
            readPlain(from);
        }
        return true;
    }

    private boolean blank(byte b) {
        return b == ' ' || (b == '\t' && separator != '\t');
    }

    private void readPlain(int from) {
        quoted = false;
        start = from;
        int to = from;
        while (to < bytes.length && bytes[to] != separator && bytes[to] != '\n') {
            to++;
        }
        finish(to);
        end = to;
        while (end > start && (blank(bytes[end - 1]) || bytes[end - 1] == '\r')) {
            end--;
        }
    }

    private void readQuoted(int from) {
        int opened = line;
        quoted = true;
        start = from;
        int to = from;
        while (true) {
            if (to >= bytes.length) {
                throw file.wrong(opened, "a quote opens here and is never closed", "add the closing quote?");
            }
            if (bytes[to] == '"') {
                if (to + 1 < bytes.length && bytes[to + 1] == '"') {
                    to++;
                } else {
                    break;
                }
            } else if (bytes[to] == '\n') {
                line++;
            }
            to++;
        }
        end = to++;
        while (to < bytes.length && (blank(bytes[to]) || bytes[to] == '\r')) {
            to++;
        }
        if (to < bytes.length && bytes[to] != separator && bytes[to] != '\n') {
            throw file.wrong(
                    line,
                    "something stands behind the closing quote of " + Shown.name(text()),
                    "a quote inside a cell is written as two?");
        }
        finish(to);
    }

    /** Steps over what ended the cell. */
    private void finish(int to) {
        more = to < bytes.length && bytes[to] == separator;
        if (to < bytes.length && bytes[to] == '\n') {
            line++;
        }
        at = Math.min(bytes.length, to + 1);
    }

    /** The line on which the row begins; the first of the file is 1. */
    public int line() {
        return rowLine;
    }

    /** Where the next row begins, once the last cell of one has been read. */
    int position() {
        return at;
    }

    /** The line at which the next row begins. */
    int nextLine() {
        return line;
    }

    /** Whether the cell stands for a missing value: nothing, NA, N/A, NaN, null or ?. */
    public boolean missing() {
        int length = end - start;
        if (length == 0) {
            return true;
        }
        byte first = bytes[start];
        boolean may = length <= LONGEST_MISSING && (first == '?' || (first | 0x20) == 'n');
        return may
                && MISSING.contains(
                        new String(bytes, start, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
    }

    /** The number that the cell says; NaN if it says none. */
    public double number() {
        return Decimals.parse(bytes, start, end, file.point());
    }

    /**
     * What the cell says.
     *
     * @throws dev.sweetspot.form.InvalidInputException when it is not UTF-8
     */
    public String text() {
        String text;
        try {
            text = ascii()
                    ? new String(bytes, start, end - start, StandardCharsets.ISO_8859_1)
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, start, end - start))
                            .toString();
        } catch (CharacterCodingException e) {
            throw file.wrong(rowLine, "the text is not UTF-8", "save the file as CSV UTF-8?");
        }
        return quoted ? text.replace("\"\"", "\"").strip() : text;
    }

    private boolean ascii() {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}

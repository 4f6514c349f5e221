package dev.sweetspot.data.csv;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.file.Gz;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * A table as text in memory: UTF-8, cells parted by comma, semicolon, tab or bar, the names of its columns on the first
 * line. Where semicolons part the cells, a comma in a number is its decimal point, as spreadsheets write it in most of
 * Europe.
 */
public final class CsvFile {
    private static final int MOST_COLUMNS = 100_000;
    private static final int BEGINNING = 1 << 16;

    private final String shown;
    private final byte[] bytes;
    private final byte separator;
    private final byte point;
    private final List<String> header;
    private final boolean named;
    private final int rowsFrom;
    private final int rowsLine;

    private CsvFile(Path path, byte[] bytes) {
        this.shown = Shown.name(path.toString());
        this.bytes = bytes;
        int from = bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf
                ? 3
                : 0;
        if (bytes.length > 1 && (bytes[0] & 0xfe) == 0xfe && (bytes[1] & 0xfe) == 0xfe) {
            throw wrong(1, "the text is UTF-16", "save the file as CSV UTF-8?");
        }
        this.separator = Separators.detect(bytes);
        this.point = (byte) (separator == ';' && commasInNumbers(bytes) ? ',' : '.');
        var cells = new Cells(this, separator, from, 1);
        if (!cells.nextRow()) {
            throw new InvalidInputException("data", shown, "is empty", "another file?");
        }
        var names = new ArrayList<String>();
        int numbers = 0;
        while (cells.nextCell()) {
            numbers += !cells.missing() && !Double.isNaN(cells.number()) ? 1 : 0;
            names.add(cells.text());
        }
        this.named = 2 * numbers < names.size();
        this.header = named ? checked(names, cells.line()) : numbered(names.size());
        this.rowsFrom = named ? cells.position() : from;
        this.rowsLine = named ? cells.nextLine() : 1;
    }

    /**
     * Reads a file whole, unpacked where its name ends with .gz.
     *
     * @throws InvalidInputException when it cannot be read, or its header makes no sense
     */
    public static CsvFile open(Path path) {
        if (Files.isDirectory(path)) {
            throw new InvalidInputException(
                    "data", Shown.name(path.toString()), "must be a file, and is a folder", "a .csv file in it?");
        }
        return new CsvFile(path, Gz.read(path));
    }

    /** The header of a file, from its beginning; empty when it cannot be made out. */
    public static List<String> headerOf(Path path) {
        try {
            return new CsvFile(path, Gz.beginning(path, BEGINNING)).header();
        } catch (IOException | InvalidInputException e) {
            return List.of();
        }
    }

    /** Whether the name of a file says that it holds a table as text. */
    public static boolean isNamedSo(Path path) {
        var name = path.toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(path) && name.matches("(?s).*\\.(csv|tsv|txt|data)(\\.gz)?");
    }

    /** Numbers with a comma and none with a point, in the first few thousand bytes. */
    private static boolean commasInNumbers(byte[] bytes) {
        int commas = 0;
        int points = 0;
        for (int i = 1; i + 1 < Math.min(bytes.length, 1 << 16); i++) {
            if (digit(bytes[i - 1]) && digit(bytes[i + 1])) {
                commas += bytes[i] == ',' ? 1 : 0;
                points += bytes[i] == '.' ? 1 : 0;
            }
        }
        return commas > points;
    }

    private static boolean digit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static List<String> numbered(int columns) {
        var names = new ArrayList<String>();
        for (int c = 1; c <= columns; c++) {
            names.add("column_" + c);
        }
        return names;
    }

    private List<String> checked(List<String> names, int line) {
        if (names.size() > MOST_COLUMNS) {
            throw wrong(
                    line,
                    "has " + names.size() + " columns, and at most " + MOST_COLUMNS + " are read",
                    "another file?");
        }
        var checked = new ArrayList<String>();
        var met = new HashSet<String>();
        for (var name : names) {
            checked.add(name.isEmpty() ? "column_" + (checked.size() + 1) : name);
            if (!met.add(checked.get(checked.size() - 1))) {
                throw wrong(line, "two columns are called " + Shown.name(name), "rename one of them?");
            }
        }
        return checked;
    }

    /** The names of the columns; column_1 and so on where the file has none. */
    public List<String> header() {
        return header;
    }

    /** Whether the first line holds the names of the columns; it does not where most of it are numbers. */
    public boolean hasHeader() {
        return named;
    }

    /** A walk through its rows, before the first of them. */
    public Cells rows() {
        return new Cells(this, separator, rowsFrom, rowsLine);
    }

    byte[] bytes() {
        return bytes;
    }

    /** What stands before the fractions of numbers. */
    byte point() {
        return point;
    }

    /** What is wrong on a line. */
    public InvalidInputException wrong(int line, String rule, String maybe) {
        return new InvalidInputException("data", shown + ", line " + line, rule, maybe);
    }

    /** What is wrong in a cell. */
    public InvalidInputException wrong(int line, String column, String value, String rule, String maybe) {
        return new InvalidInputException(
                "data",
                shown + ", line " + line + ", column " + Shown.name(column) + " = " + Shown.name(value),
                rule,
                maybe);
    }

    /** Its path, safe to print. */
    @Override
    public String toString() {
        return shown;
    }
}

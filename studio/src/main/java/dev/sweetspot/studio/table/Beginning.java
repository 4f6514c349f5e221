package dev.sweetspot.studio.table;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.data.file.Gz;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The beginning of a table: all of it where it is small.
 *
 * @param file what was read
 * @param whole whether that is all
 */
record Beginning(CsvFile file, boolean whole) {
    /** Enough for a look, and read within a second. */
    private static final int MOST_BYTES = 32 << 20;

    /**
     * Reads it.
     *
     * @throws InvalidInputException when it cannot be read, or its header makes no sense
     */
    static Beginning of(Path path) {
        return of(path, MOST_BYTES);
    }

    /** @param most so many bytes at most, unpacked */
    static Beginning of(Path path, int most) {
        if (!CsvFile.isNamedSo(path)) {
            throw new InvalidInputException(
                    "file",
                    Shown.name(path.toString()),
                    "must be a table: .csv, .tsv or .txt, also .gz",
                    "another file?");
        }
        try {
            var bytes = Gz.beginning(path, most);
            return bytes.length < most ? new Beginning(CsvFile.open(path), true) : cut(path, bytes);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "file = " + Shown.name(path.toString()) + ": cannot be read (" + e.getMessage()
                            + "). Maybe copy it again?",
                    e);
        }
    }

    /** Rows are cut at the end of a line; where that lies in a cell, the last row is given up when it is met. */
    private static Beginning cut(Path path, byte[] bytes) throws IOException {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            throw new InvalidInputException(
                    "file",
                    Shown.name(path.toString()),
                    "has no line break in its first " + bytes.length + " bytes",
                    "");
        }
        var aside = Files.createTempFile("sweetspot-look", ".csv");
        try {
            Files.write(aside, Arrays.copyOf(bytes, end));
            return new Beginning(CsvFile.open(aside), false);
        } catch (InvalidInputException e) {
            throw named(e, aside, path);
        } finally {
            Files.delete(aside);
        }
    }

    /** What is wrong is said of the file that people know. */
    private static InvalidInputException named(InvalidInputException e, Path aside, Path path) {
        return new InvalidInputException(
                String.valueOf(e.getMessage()).replace(Shown.name(aside.toString()), Shown.name(path.toString())), e);
    }
}

package dev.sweetspot.studio.api;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A table as it is handed to people, who open it in a spreadsheet: a cell that would be taken for a formula there gets an
 * apostrophe before it, as spreadsheets write it themselves. All else stays as it is, letter for letter.
 */
final class HarmlessTable {
    private HarmlessTable() {}

    /** Whether a spreadsheet would compute this cell; a number with a sign is none. */
    static boolean isFormula(CharSequence cell) {
        return cell.length() > 0
                && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0
                && !cell.toString()
                        .matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(Infinity|NaN)");
    }

    /** The same cell as a text, whatever it begins with. */
    static String harmless(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    /** Writes a file of cells that commas part, quoted where they need to be, as all of ours are. */
    static void copy(Path csv, OutputStream out) throws IOException {
        // Not closed: the stream is somebody else's.
        var to = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try (var from = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            copy(from, to);
        }
        to.flush();
    }

    private static void copy(BufferedReader from, Writer to) throws IOException {
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int c = from.read(); c >= 0; c = from.read()) {
            if (!quoted && (c == ',' || c == '\n')) {
                write(cell, to);
                to.write(c);
            } else {
                // Two quotes that stand for one leave the cell and come back into it.
                quoted ^= c == '"';
                cell.append((char) c);
            }
        }
        write(cell, to);
    }

    private static void write(StringBuilder cell, Writer to) throws IOException {
        boolean quoted = cell.length() > 1 && cell.charAt(0) == '"';
        int end = cell.length() - (quoted ? 1 : 0);
        if (isFormula(cell.subSequence(quoted ? 1 : 0, end))) {
            cell.insert(quoted ? 1 : 0, '\'');
        }
        to.append(cell);
        cell.setLength(0);
    }
}

package dev.sweetspot.trackers.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cells that commas part (RFC 4180), in UTF-8, with a line of names. An empty cell is no value, a text of no letters is
 * {@code ""}. A text that a spreadsheet would compute gets an apostrophe before it, as spreadsheets write it themselves.
 */
public record Csv() implements TableFormat {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?(Infinity|NaN)");

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String help() {
        return "cells parted by commas, for spreadsheets and data frames";
    }

    @Override
    public TableWriter open(OutputStream out, List<Column> columns) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (int i = 0; i < columns.size(); i++) {
            writer.append(i == 0 ? "" : ",");
            text(columns.get(i).name(), writer);
        }
        writer.append('\n');
        return new CsvWriter(writer, columns.size());
    }

    private static void text(String text, Writer out) throws IOException {
        boolean formula = !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        var harmless = formula ? "'" + text : text;
        boolean quoted = harmless.isEmpty()
                || harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                || !harmless.equals(harmless.strip());
        out.append(quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless);
    }

    private record CsvWriter(Writer out, int columns) implements TableWriter {
        @Override
        public void row(Row row) throws IOException {
            for (int i = 0; i < columns; i++) {
                out.append(i == 0 ? "" : ",");
                var cell = row.get(i);
                if (cell instanceof String text) {
                    text(text, out);
                } else if (cell != null) {
                    out.append(cell.toString());
                }
            }
            out.append('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

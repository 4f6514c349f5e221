package dev.sweetspot.trackers.table;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.form.Position;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object a row and a line, in UTF-8; {@code null} where a cell is empty, and the texts "NaN", "Infinity" and
 * "-Infinity" for the numbers that JSON cannot write.
 */
public record JsonLines() implements TableFormat {
    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String help() {
        return "one JSON object a line, for programs";
    }

    @Override
    public TableWriter open(OutputStream out, List<Column> columns) {
        return new JsonLinesWriter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), columns);
    }

    private static Form form(@Nullable Object cell) {
        if (cell == null) {
            return new Form.NullForm(Position.NONE);
        }
        if (cell instanceof Long whole) {
            return Form.of(whole.longValue());
        }
        if (cell instanceof Double real) {
            return Form.of(real.doubleValue());
        }
        return cell instanceof Boolean truth ? Form.of(truth.booleanValue()) : Form.of(cell.toString());
    }

    private record JsonLinesWriter(Writer out, List<Column> columns) implements TableWriter {
        @Override
        public void row(Row row) throws IOException {
            var entries = new LinkedHashMap<String, Form>();
            for (int i = 0; i < columns.size(); i++) {
                entries.put(columns.get(i).name(), form(row.get(i)));
            }
            out.append(Json.write(Form.of(entries))).append('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}

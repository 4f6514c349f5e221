package dev.sweetspot.data.table;

import dev.sweetspot.data.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of a table in long form, cut into series: those of a series stand together, their steps ascend.
 *
 * @param offsets the first row of each series, and the number of rows at the end
 * @param names of the series
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SeriesCut(RawTable table, int[] offsets, List<String> names) {
    SeriesCut {
        names = List.copyOf(names);
    }

    /**
     * Cuts.
     *
     * @param series the name of the column that names the series
     * @param step the name of the column that counts the steps
     * @throws dev.sweetspot.form.InvalidInputException when a series stands in two places, or steps do not ascend
     */
    static SeriesCut of(RawTable table, String series, String step) {
        var file = table.file();
        var ids = (RawColumn.Texts) table.column(series);
        var steps = numbers(table, step);
        var lines = table.lines();
        var began = new int[ids.words().size()];
        var starts = new ArrayList<Integer>();
        var names = new ArrayList<String>();
        for (int row = 0; row < lines.length; row++) {
            int id = ids.codes()[row];
            if (id < 0) {
                throw file.wrong(lines[row], series, "", "must name the series that the row belongs to", "s1?");
            }
            if (Float.isNaN(steps[row])) {
                throw file.wrong(lines[row], step, "", "must be a number: steps are counted", "0, 1, 2 and so on?");
            }
            if (row == 0 || id != ids.codes()[row - 1]) {
                if (began[id] > 0) {
                    throw file.wrong(
                            lines[row],
                            series,
                            ids.words().get(id),
                            "stands in two places, first on line " + began[id]
                                    + ", and the rows of a series must stand together",
                            "sort the file by " + Shown.name(series) + " and " + Shown.name(step) + "?");
                }
                began[id] = lines[row];
                starts.add(row);
                names.add(ids.words().get(id));
            } else if (!(steps[row] > steps[row - 1])) {
                throw file.wrong(
                        lines[row],
                        step,
                        shown(steps[row]),
                        "must be above the step before it, " + shown(steps[row - 1])
                                + ", because steps ascend in a series",
                        "sort the file by " + Shown.name(series) + " and " + Shown.name(step) + "?");
            }
        }
        starts.add(lines.length);
        return new SeriesCut(table, starts.stream().mapToInt(Integer::intValue).toArray(), names);
    }

    private static String shown(float step) {
        return step == Math.rint(step) ? Long.toString((long) step) : Float.toString(step);
    }

    /** The numbers of a column that must hold nothing else. */
    static float[] numbers(RawTable table, String name) {
        var column = table.column(name);
        if (column instanceof RawColumn.Texts texts) {
            var odd = texts.words().stream()
                    .filter(Target::isNoNumber)
                    .findFirst()
                    .orElse(texts.words().get(0));
            throw table.file()
                    .wrong(
                            texts.lineOf(texts.words().indexOf(odd), table.lines()),
                            name,
                            odd,
                            "must be a number: series are of numbers alone",
                            "the cell should be empty, or the column ignored?");
        }
        return ((RawColumn.Numbers) column).values();
    }

    /** Number of series. */
    int size() {
        return names.size();
    }

    /** Whether the steps of a series lie at other distances than its first two. */
    boolean uneven(int series, float[] steps) {
        int from = offsets[series];
        for (int row = from + 2; row < offsets[series + 1]; row++) {
            float distance = steps[row] - steps[row - 1];
            if (Math.abs(distance - (steps[from + 1] - steps[from])) > 1e-3 * Math.abs(distance)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The targets of the series: each row of a series says the same, or nothing.
     *
     * @param what stands before the name of a series
     * @throws dev.sweetspot.form.InvalidInputException when the target changes inside a series
     */
    Target.Source targets(String name, String what) {
        var lines =
                Arrays.stream(offsets, 0, size()).map(row -> table.lines()[row]).toArray();
        var column = table.column(name);
        if (column instanceof RawColumn.Texts texts) {
            var codes = new int[size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = -1;
                for (int row = offsets[i]; row < offsets[i + 1]; row++) {
                    int code = texts.codes()[row];
                    if (codes[i] >= 0 && code >= 0 && code != codes[i]) {
                        throw changes(
                                name,
                                row,
                                texts.words().get(code),
                                texts.words().get(codes[i]),
                                i);
                    }
                    codes[i] = codes[i] >= 0 ? codes[i] : code;
                }
            }
            return new Target.Source(
                    table, new RawColumn.Texts(name, texts.words(), codes), lines, i -> what + names.get(i));
        }
        var rows = ((RawColumn.Precise) column).values();
        var values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
            for (int row = offsets[i]; row < offsets[i + 1]; row++) {
                if (values[i] != rows[row] && !Double.isNaN(values[i]) && !Double.isNaN(rows[row])) {
                    throw changes(name, row, Double.toString(rows[row]), Double.toString(values[i]), i);
                }
                values[i] = Double.isNaN(values[i]) ? rows[row] : values[i];
            }
        }
        return new Target.Source(table, new RawColumn.Precise(name, values), lines, i -> what + names.get(i));
    }

    private RuntimeException changes(String name, int row, String value, String before, int series) {
        return table.file()
                .wrong(
                        table.lines()[row],
                        name,
                        value,
                        "changes inside the series " + Shown.name(names.get(series)) + ", which began with "
                                + Shown.name(before) + ", and a series has one",
                        "another --target?");
    }
}

package dev.sweetspot.data.table;

import dev.sweetspot.data.Moments;
import dev.sweetspot.data.csv.CsvFile;
import dev.sweetspot.form.InvalidInputException;
import java.util.Optional;

/** When rows were, by a column of numbers or dates, or by where they stand. */
final class Timeline {
    private Timeline() {}

    /** The column that says it; empty where the order of the rows does. */
    static Optional<String> column(TableOptions options, CsvFile file) {
        return options.time()
                .map(TimeOrder::column)
                .filter(name -> !name.equals(TimeOrder.ROWS) || file.header().contains(name));
    }

    /**
     * Of the rows that are kept.
     *
     * @throws InvalidInputException when the column is no order: words that are no dates, or no value
     */
    static Moments of(RawTable table, TimeOrder order, int[] kept) {
        var column = column(TableOptions.AUTOMATIC.withTime(order), table.file());
        var all = column.isEmpty() ? places(table.rows()) : moments(table, column.get());
        var moments = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            moments[i] = all[kept[i]];
            if (!Double.isFinite(moments[i])) {
                throw table.file()
                        .wrong(
                                table.lines()[kept[i]],
                                order.column(),
                                "",
                                "must say when the row was: the parts follow it",
                                "leave the row out?");
            }
        }
        return new Moments(order.column(), moments, order.gap());
    }

    private static double[] places(int rows) {
        var places = new double[rows];
        for (int row = 0; row < rows; row++) {
            places[row] = row;
        }
        return places;
    }

    private static double[] moments(RawTable table, String name) {
        var column = table.column(name);
        if (column instanceof RawColumn.Precise numbers) {
            return numbers.values();
        }
        var texts = (RawColumn.Texts) column;
        var moments = new double[texts.codes().length];
        for (int row = 0; row < moments.length; row++) {
            int code = texts.codes()[row];
            moments[row] = code < 0 ? Double.NaN : moment(table, texts, code);
        }
        return moments;
    }

    private static double moment(RawTable table, RawColumn.Texts texts, int code) {
        var word = texts.words().get(code);
        double days = Dates.days(word);
        if (Double.isNaN(days)) {
            throw table.file()
                    .wrong(
                            texts.lineOf(code, table.lines()),
                            texts.name(),
                            word,
                            "must be a number or a date as 2024-05-31 or 2024-05-31 17:30, to say when the row was",
                            "another column?");
        }
        return days;
    }
}

package dev.sweetspot.studio.api;

import dev.sweetspot.data.csv.CsvFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a model said of items, as the command line writes it: {@code file,predicted,p(a),...}, or with the truth before. */
final class AnswerTable {
    private AnswerTable() {}

    /**
     * What it said of one item.
     *
     * @param item its name
     * @param truth what it is; empty where nobody knew
     * @param probability of what was said; NaN where the table does not say
     */
    record Row(String item, String truth, String predicted, double probability) {}

    /** All rows, in their order; none where the answers are numbers, of which none is quite right. */
    static List<Row> read(Path table) {
        var file = CsvFile.open(table);
        int truth = file.header().indexOf("truth");
        int predicted = file.header().indexOf("predicted");
        if (predicted < 0) {
            return List.of();
        }
        var rows = file.rows();
        var all = new ArrayList<Row>();
        while (rows.nextRow()) {
            var cells = new ArrayList<String>();
            while (rows.nextCell()) {
                cells.add(rows.text());
            }
            var said = cells.get(predicted);
            int column = file.header().indexOf("p(" + said + ")");
            all.add(new Row(
                    cells.get(0),
                    truth < 0 ? "" : cells.get(truth),
                    said,
                    column < 0 ? Double.NaN : Double.parseDouble(cells.get(column))));
        }
        return all;
    }
}

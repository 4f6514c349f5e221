package dev.sweetspot.studio.table;

import dev.sweetspot.data.Shown;
import dev.sweetspot.data.csv.Cells;
import dev.sweetspot.data.table.Sequences;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks into tables and series: their beginning where they are large, so that a look costs a second and bounded memory. */
public final class TableReader {
    private static final int MOST_CELLS = 4_000_000;
    private static final int SHOWN_ROWS = 8;
    private static final int SHOWN_COLUMNS = 400;
    private static final int LONGEST_CELL = 80;
    private static final int SHOWN_FAULTS = 3;

    private final Beginning beginning;
    private final List<String> header;
    private final List<ColumnTally> tallies;
    private final Optional<SeriesTally> series;
    private final int target;
    private final List<List<String>> first = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int faulty;
    private int rows;
    private boolean cut;

    private TableReader(Beginning beginning, Optional<String> target) {
        this.beginning = beginning;
        this.header = beginning.file().header();
        this.tallies =
                header.stream().limit(SHOWN_COLUMNS).map(ColumnTally::new).toList();
        int named = target.map(header::indexOf).orElse(-1);
        this.target = named >= 0 ? named : header.size() - 1;
        this.series = Sequences.isHeader(header) ? Optional.of(new SeriesTally(this.target)) : Optional.empty();
    }

    /**
     * Looks into a file.
     *
     * @param target the column to predict; the last one where nothing is said, or what is said is not there
     * @throws InvalidInputException when it is no table that can be read
     */
    public static TableLook look(Path path, Optional<String> target) {
        return look(Beginning.of(path), target);
    }

    static TableLook look(Beginning beginning, Optional<String> target) {
        var reader = new TableReader(beginning, target);
        reader.walk();
        return reader.look();
    }

    private void walk() {
        var cells = beginning.file().rows();
        try {
            while (cells.nextRow()) {
                if ((long) rows * header.size() >= MOST_CELLS) {
                    cut = true;
                    return;
                }
                row(cells);
            }
        } catch (InvalidInputException e) {
            if (beginning.whole()) {
                throw e;
            }
            // The last row was cut in a quoted cell.
        }
    }

    private void row(Cells cells) {
        var texts = new ArrayList<String>();
        var numbers = new double[header.size()];
        int c = 0;
        while (cells.nextCell()) {
            if (c < tallies.size()) {
                boolean missing = cells.missing();
                numbers[c] = missing ? Double.NaN : cells.number();
                var text = missing ? "" : shortened(cells.text());
                texts.add(text);
                if (missing) {
                    tallies.get(c).missing();
                } else {
                    tallies.get(c).take(text, numbers[c]);
                }
            }
            c++;
        }
        if (c != header.size()) {
            faulty++;
            if (faults.size() < SHOWN_FAULTS) {
                faults.add("line " + cells.line() + " has " + c + (c == 1 ? " cell" : " cells"));
            }
        }
        if (first.size() < SHOWN_ROWS) {
            first.add(List.copyOf(texts));
        }
        if (!texts.isEmpty()) {
            series.ifPresent(tally -> tally.take(texts, numbers));
        }
        rows++;
    }

    private static String shortened(String text) {
        return Shown.name(text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text);
    }

    private TableLook look() {
        var columns = new ArrayList<>(tallies.stream().map(ColumnTally::look).toList());
        if (series.isPresent() && target < columns.size()) {
            columns.set(target, series.get().labels(header.get(target)));
        }
        return new TableLook(
                rows,
                beginning.whole() && !cut,
                columns,
                first,
                notes(),
                series.map(SeriesTally::looks).orElse(List.of()),
                series.map(SeriesTally::count).orElse(0),
                series.map(SeriesTally::shortest).orElse(0),
                series.map(SeriesTally::longest).orElse(0));
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (!beginning.whole() || cut) {
            notes.add("The file is large: this is a look at its first " + rows + " rows. All of it is learnt from.");
        }
        if (!beginning.file().hasHeader()) {
            notes.add("The first line is no header but numbers: the columns are called column_1 and so on.");
        }
        if (rows == 0) {
            notes.add("There are no rows below the header.");
        }
        if (faulty > 0) {
            notes.add((faulty == 1 ? "1 row has" : faulty + " rows have")
                    + " more or fewer cells than the header, which has "
                    + header.size() + ": " + String.join(", ", faults) + (faulty > faults.size() ? " and more" : "")
                    + ". Nothing can be learnt before that is put right.");
        }
        if (header.size() > tallies.size()) {
            notes.add("Of " + header.size() + " columns the first " + tallies.size()
                    + " are shown; all are learnt from.");
        }
        return notes;
    }
}

package dev.sweetspot.trackers.table;

import dev.sweetspot.store.Store;
import dev.sweetspot.trackers.table.Column.Kind;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A row a report, in the order in which they were made: which trial, how far it was, when, and {@code value_NAME}. */
public final class ReportTable implements Table {
    private static final List<Column> FIRST = List.of(
            new Column("trial", Kind.WHOLE),
            new Column("step", Kind.REAL),
            new Column("at", Kind.TIME),
            new Column("seconds", Kind.REAL));

    private final Store store;
    private final String study;
    private final int trials;
    private final List<String> values;
    private final List<Column> columns;

    /**
     * The reports of a study.
     *
     * @param store where its log lies; read while rows are handed over
     * @param history how far the log is read: reports of later trials are left out
     */
    public ReportTable(Store store, String study, Problem problem, History history) {
        this.store = store;
        this.study = study;
        this.trials = history.size();
        this.values = TrialTable.valueNames(problem, history).stream()
                .filter(name -> history.trials().stream()
                        .anyMatch(trial -> trial.curve().names().contains(name)))
                .toList();
        var all = new ArrayList<>(FIRST);
        values.forEach(name -> all.add(new Column("value_" + name, Kind.REAL)));
        this.columns = List.copyOf(all);
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public void rows(Taker taker) throws IOException {
        try {
            store.each(study, 0, logged -> {
                if (logged.event() instanceof Event.Reported reported && reported.trial() < trials) {
                    take(reported, taker);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(Event.Reported reported, Taker taker) {
        var row = new Row(columns);
        row.set(0, (long) reported.trial());
        row.set(1, reported.fidelity());
        row.set(2, reported.at());
        row.set(3, reported.seconds());
        for (int i = 0; i < values.size(); i++) {
            int column = FIRST.size() + i;
            reported.values().find(values.get(i)).ifPresent(value -> row.set(column, value));
        }
        try {
            taker.take(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

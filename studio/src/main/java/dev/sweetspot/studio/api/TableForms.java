package dev.sweetspot.studio.api;

import dev.sweetspot.form.Form;
import dev.sweetspot.server.Answer;
import dev.sweetspot.studio.table.ColumnLook;
import dev.sweetspot.studio.table.SeriesLook;
import dev.sweetspot.studio.table.TableLook;
import java.util.List;

/** Looks into tables, for pages. */
final class TableForms {
    private TableForms() {}

    static Form of(TableLook look) {
        return Answer.map(
                "rows", Form.of((long) look.rows()),
                "whole", Form.of(look.whole()),
                "columns",
                        Form.of(look.columns().stream().map(TableForms::column).toList()),
                "first", Form.of(look.first().stream().map(TableForms::texts).toList()),
                "notes", texts(look.notes()),
                "series", Form.of(look.series().stream().map(TableForms::series).toList()),
                "series_count", Form.of((long) look.seriesCount()),
                "shortest", Form.of((long) look.shortest()),
                "longest", Form.of((long) look.longest()));
    }

    private static Form texts(List<String> texts) {
        return Form.of(texts.stream().map(Form::of).toList());
    }

    private static Form column(ColumnLook column) {
        return Answer.map(
                "name", Form.of(column.name()),
                "number", Form.of(column.number()),
                "missing", Form.of((long) column.missing()),
                "distinct", Form.of((long) column.distinct()),
                "low", Form.of(column.low()),
                "high", Form.of(column.high()),
                "mean", Form.of(column.mean()),
                "bars",
                        Form.of(column.bars().stream()
                                .map(count -> Form.of((long) count))
                                .toList()),
                "words",
                        Form.of(column.words().stream()
                                .map(word ->
                                        Answer.map("word", Form.of(word.word()), "count", Form.of((long) word.count())))
                                .toList()),
                "problems", texts(column.problems()));
    }

    private static Form series(SeriesLook series) {
        return Answer.map(
                "name", Form.of(series.name()),
                "label", Form.of(series.label()),
                "steps", Form.of((long) series.steps()),
                "channels",
                        Form.of(series.channels().stream()
                                .map(line -> Form.of(line.stream().map(Form::of).toList()))
                                .toList()));
    }
}

package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.prepare.Scaler;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/**
 * What was learnt of a column of numbers.
 *
 * @param filling stands for a missing number; NaN where it stays missing
 * @param marked whether a second number says that the first was missing: only where some were in the training rows, and are
 *     filled
 */
record NumberColumn(String name, float filling, boolean marked, Scaler scaler) implements Learnt {
    static NumberColumn of(Column.Numbers column, int[] training, Imputation imputation, Scaling scaling) {
        var values = column.values(training);
        boolean lacking = Scaler.known(values).length < values.length;
        return new NumberColumn(
                column.name(),
                imputation.of(values),
                lacking && imputation != Imputation.NONE,
                Scaler.fit(scaling, values));
    }

    @Override
    public boolean number() {
        return true;
    }

    @Override
    public int width() {
        return marked ? 2 : 1;
    }

    @Override
    public Writer writer(Column column) {
        if (!(column instanceof Column.Numbers numbers)) {
            throw Learnt.other(column);
        }
        return (row, into, at) -> {
            float value = numbers.value(row);
            boolean missing = Float.isNaN(value);
            into[at] = missing && Float.isNaN(filling) ? Float.NaN : scaler.scaled(missing ? filling : value);
            if (marked && missing) {
                into[at + 1] = 1;
            }
        };
    }

    @Override
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("number", Form.of(name));
        entries.put("filling", Form.of((double) filling));
        entries.put("marked", Form.of(marked));
        entries.putAll(scaler.toForm().entries());
        return Form.of(entries);
    }

    static NumberColumn fromFields(Fields fields) {
        return new NumberColumn(
                fields.text("number"),
                (float) fields.number("filling"),
                fields.findTruth("marked").orElse(false),
                Scaler.fromFields(fields));
    }
}

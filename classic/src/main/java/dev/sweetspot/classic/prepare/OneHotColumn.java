package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.prepare.CategoryInput;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;

/** A number for each category that is not rare, 1 where a row is of it and else 0. */
record OneHotColumn(CategoryInput input) implements Learnt {
    @Override
    public String name() {
        return input.name();
    }

    @Override
    public int width() {
        return input.width();
    }

    @Override
    public Writer writer(Column column) {
        var categories = Learnt.categories(column);
        var slots = input.slots(categories.categories());
        return (row, into, at) -> input.write(categories.code(row), slots, into, at);
    }

    @Override
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("one_hot", Form.of(name()));
        entries.put("kept", Form.of(input.kept().stream().map(Form::of).toList()));
        entries.put("pooled", Form.of(input.pooled()));
        entries.put("marked", Form.of(input.marked()));
        return Form.of(entries);
    }

    static OneHotColumn fromFields(Fields fields) {
        return new OneHotColumn(new CategoryInput(
                fields.text("one_hot"),
                Texts.of(fields, "kept"),
                fields.findTruth("pooled").orElse(false),
                fields.findTruth("marked").orElse(false)));
    }
}

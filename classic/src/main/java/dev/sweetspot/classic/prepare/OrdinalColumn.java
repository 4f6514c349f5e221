package dev.sweetspot.classic.prepare;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.prepare.CategoryInput;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One number: the place of a category among those that are not rare, in the order of the alphabet. Rare ones and those never
 * met share the next one.
 *
 * @param kept the categories, in their order
 * @param missing what stands for a missing one: NaN where the model knows what to do, else -1
 */
record OrdinalColumn(String name, List<String> kept, float missing) implements Learnt {
    OrdinalColumn {
        kept = List.copyOf(kept);
    }

    static OrdinalColumn of(Column.Categories column, int[] training, boolean holes) {
        var kept = CategoryInput.of(column, training).kept().stream().sorted().toList();
        return new OrdinalColumn(column.name(), kept, holes ? Float.NaN : -1);
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public Writer writer(Column column) {
        var categories = Learnt.categories(column);
        var codes = new float[categories.categories().size()];
        for (int i = 0; i < codes.length; i++) {
            int place = kept.indexOf(categories.categories().get(i));
            codes[i] = place >= 0 ? place : kept.size();
        }
        return (row, into, at) -> {
            int code = categories.code(row);
            into[at] = code == Column.Categories.MISSING ? missing : codes[code];
        };
    }

    @Override
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("ordinal", Form.of(name));
        entries.put("kept", Form.of(kept.stream().map(Form::of).toList()));
        entries.put("missing", Form.of((double) missing));
        return Form.of(entries);
    }

    static OrdinalColumn fromFields(Fields fields) {
        return new OrdinalColumn(fields.text("ordinal"), Texts.of(fields, "kept"), (float) fields.number("missing"));
    }
}

package dev.sweetspot.data.prepare;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What was learnt of a table, for model files and back, to the last bit. */
final class PreparationForms {
    private PreparationForms() {}

    static MapForm toForm(Scaling scaling, List<Input> inputs) {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("scaling", Form.of(scaling.word()));
        entries.put(
                "columns", Form.of(inputs.stream().map(PreparationForms::toForm).toList()));
        return Form.of(entries);
    }

    private static MapForm toForm(Input input) {
        var entries = new LinkedHashMap<String, Form>();
        if (input instanceof NumberInput number) {
            entries.put("number", Form.of(number.name()));
            entries.put("median", Form.of((double) number.median()));
            entries.put("marked", Form.of(number.marked()));
            entries.putAll(number.scaler().toForm().entries());
        } else if (input instanceof CategoryInput category) {
            entries.put("category", Form.of(category.name()));
            entries.put("kept", Form.of(category.kept().stream().map(Form::of).toList()));
            entries.put("pooled", Form.of(category.pooled()));
            entries.put("marked", Form.of(category.marked()));
        }
        return Form.of(entries);
    }

    static TablePreparation fromForm(Form form) {
        var fields = Fields.of(form);
        var inputs = new ArrayList<Input>();
        fields.list("columns").items().forEach(item -> inputs.add(input(Fields.of(item))));
        return new TablePreparation(Scaling.named(fields.text("scaling")), inputs);
    }

    private static Input input(Fields fields) {
        boolean marked = fields.findTruth("marked").orElse(false);
        if (fields.find("number").isEmpty()) {
            return new CategoryInput(
                    fields.text("category"),
                    fields.list("kept").items().stream()
                            .map(item -> ((TextForm) item).value())
                            .toList(),
                    fields.findTruth("pooled").orElse(false),
                    marked);
        }
        return new NumberInput(
                fields.text("number"), (float) fields.number("median"), marked, Scaler.fromFields(fields));
    }
}

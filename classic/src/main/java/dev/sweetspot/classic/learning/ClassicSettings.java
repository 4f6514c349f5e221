package dev.sweetspot.classic.learning;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.SpaceForms;
import java.util.LinkedHashMap;

/** A {@link ClassicLearning} as studies keep it. */
final class ClassicSettings {
    private ClassicSettings() {}

    static MapForm toForm(ClassicLearning learning) {
        var table = learning.table();
        var entries = new LinkedHashMap<String, Form>();
        table.source().ifPresent(source -> entries.put("data", source.toForm()));
        entries.put("data_hash", Form.of(table.set().hash()));
        entries.put("space", SpaceForms.toForm(learning.space()));
        entries.put("relations", SpaceForms.relationsToForm(learning.space()));
        entries.put(
                "objectives", Form.of(learning.sought().stream().map(Form::of).toList()));
        return Form.of(entries);
    }

    /**
     * The learning of these settings, on data that was loaded before.
     *
     * @throws InvalidInputException when the settings are wrong, or this is not the data of the settings
     */
    static ClassicLearning make(MapForm settings, ClassicTable table) {
        var fields = Fields.of(settings);
        var hash = fields.text("data_hash");
        if (!table.set().hash().equals(hash)) {
            throw new InvalidInputException(
                    "data",
                    table.place(),
                    "has other content than it had (hash " + shortly(table.set().hash()) + ", and it was "
                            + shortly(hash) + "), so nothing learnt from it would mean the same",
                    "put the data of before there, or start a new study?");
        }
        return new ClassicLearning(table, SpaceForms.fromForm(fields.require("space"), fields.list("relations")))
                .seeking(fields.list("objectives").items().stream()
                        .map(item -> ((TextForm) item).value())
                        .toList());
    }

    private static String shortly(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }
}

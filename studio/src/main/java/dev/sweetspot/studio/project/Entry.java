package dev.sweetspot.studio.project;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import java.util.LinkedHashMap;
import java.util.List;

/** One line of the journal. */
sealed interface Entry {
    /**
     * Changes that are made together.
     *
     * @param step entries with the same one, one after the other, are undone together
     * @param at when, as ISO 8601
     * @param what in words: "label 3 images as ba"
     */
    record Done(long step, String at, String what, List<Change> changes) implements Entry {
        public Done {
            changes = List.copyOf(changes);
        }
    }

    /** The last step that was not undone is undone. */
    record Undone(String at) implements Entry {}

    /** The step that was undone last is done again. */
    record Redone(String at) implements Entry {}

    /** As it is written. */
    default MapForm toForm() {
        var form = new LinkedHashMap<String, Form>();
        if (this instanceof Done done) {
            form.put("step", Form.of(done.step()));
            form.put("at", Form.of(done.at()));
            form.put("what", Form.of(done.what()));
            form.put(
                    "changes",
                    Form.of(done.changes().stream().map(ChangeForms::toForm).toList()));
        } else if (this instanceof Undone undone) {
            form.put("undo", Form.of(undone.at()));
        } else if (this instanceof Redone redone) {
            form.put("redo", Form.of(redone.at()));
        }
        return Form.of(form);
    }

    /** What was written. */
    static Entry fromForm(Form form) {
        var fields = Fields.of(form);
        if (fields.find("undo").isPresent()) {
            return new Undone(fields.text("undo"));
        }
        if (fields.find("redo").isPresent()) {
            return new Redone(fields.text("redo"));
        }
        return new Done(
                fields.whole("step"),
                fields.text("at"),
                fields.text("what"),
                fields.list("changes").items().stream()
                        .map(ChangeForms::fromForm)
                        .toList());
    }
}

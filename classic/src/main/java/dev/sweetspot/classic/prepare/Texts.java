package dev.sweetspot.classic.prepare;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.List;

/** Lists of texts and numbers in forms. */
final class Texts {
    private Texts() {}

    static List<String> of(Fields fields, String name) {
        return fields.list(name).items().stream()
                .map(item -> ((TextForm) item).value())
                .toList();
    }

    static List<Float> numbers(Fields fields, String name) {
        return fields.list(name).items().stream()
                .map(item -> (float) ((NumberForm) item).doubleValue())
                .toList();
    }
}

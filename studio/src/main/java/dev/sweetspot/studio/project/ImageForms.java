package dev.sweetspot.studio.project;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.form.Form.TextForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images in the journal: lists instead of maps, because there are many of them. */
final class ImageForms {
    private static final int PLACES = 9;

    private ImageForms() {}

    static ListForm toForm(ProjectImage image) {
        var facts = image.facts();
        var form = new ArrayList<Form>(List.of(
                Form.of(image.name()),
                Form.of(image.hash()),
                Form.of(image.bytes()),
                Form.of((long) facts.height()),
                Form.of((long) facts.width()),
                Form.of((long) facts.channels()),
                Form.of((long) facts.bits()),
                Form.of(facts.look()),
                Form.of(facts.blank() ? 1L : 0L)));
        image.reference().ifPresent(reference -> {
            form.add(Form.of(reference.folder()));
            form.add(Form.of(reference.path()));
        });
        return Form.of(form);
    }

    static ProjectImage fromForm(int number, Form form) {
        if (!(form instanceof ListForm list)
                || (list.items().size() != PLACES && list.items().size() != PLACES + 2)) {
            throw Fields.wrong(form, "image", form.kind(), "must be a list of what is known of it", "");
        }
        return Fields.placed(form, () -> {
            var items = list.items();
            var facts = new ImageFacts(
                    (int) whole(items.get(3)),
                    (int) whole(items.get(4)),
                    (int) whole(items.get(5)),
                    (int) whole(items.get(6)),
                    text(items.get(7)),
                    whole(items.get(8)) == 1);
            var reference = items.size() == PLACES
                    ? Optional.<Reference>empty()
                    : Optional.of(new Reference(text(items.get(PLACES)), text(items.get(PLACES + 1))));
            return new ProjectImage(
                    number, text(items.get(0)), text(items.get(1)), whole(items.get(2)), facts, reference);
        });
    }

    private static String text(Form form) {
        if (form instanceof TextForm text) {
            return text.value();
        }
        throw Fields.wrong(form, "image", form.kind(), "must be a text here", "");
    }

    private static long whole(Form form) {
        if (form instanceof NumberForm number && number.literal().matches("\\d{1,18}")) {
            return Long.parseLong(number.literal());
        }
        throw Fields.wrong(form, "image", form.kind(), "must be a whole number here", "");
    }
}

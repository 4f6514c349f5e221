package dev.sweetspot.studio.project;

import dev.sweetspot.data.Part;
import dev.sweetspot.data.Skipped;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.NumberForm;
import dev.sweetspot.studio.project.Change.LabelGroup;
import dev.sweetspot.studio.project.Change.PartGroup;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes as they are written in the journal: a map with the kind of change under {@code do}. */
final class ChangeForms {
    private static final String KIND = "do";

    private ChangeForms() {}

    static MapForm toForm(Change change) {
        var form = new LinkedHashMap<String, Form>();
        if (change instanceof Change.LabelsSet set) {
            form.put(KIND, Form.of("label"));
            form.put(
                    "groups", Form.of(set.groups().stream().map(ChangeForms::of).toList()));
        } else if (change instanceof Change.PartsSet set) {
            form.put(KIND, Form.of("part"));
            form.put(
                    "groups", Form.of(set.groups().stream().map(ChangeForms::of).toList()));
        } else if (change instanceof Change.ImagesAdded added) {
            form.put(KIND, Form.of("add"));
            form.put(
                    "from",
                    Form.of(added.images().isEmpty() ? 0 : added.images().get(0).number()));
            form.put(
                    "images",
                    Form.of(added.images().stream().map(ImageForms::toForm).toList()));
            form.put(
                    "skipped",
                    Form.of(added.skipped().stream()
                            .map(file -> Form.of(List.of(Form.of(file.file()), Form.of(file.reason()))))
                            .toList()));
        } else if (change instanceof Change.ImagesRemoved gone) {
            form.put(KIND, Form.of("remove"));
            form.put("images", numbers(gone.images()));
        } else if (change instanceof Change.ImagesReturned back) {
            form.put(KIND, Form.of("return"));
            form.put("images", numbers(back.images()));
        } else if (change instanceof Change.CategoryPut put) {
            form.put(KIND, Form.of("category"));
            form.put("id", Form.of(put.category().id()));
            form.put("name", Form.of(put.category().name()));
            form.put("colour", Form.of(put.category().colour()));
        } else if (change instanceof Change.CategoryDropped dropped) {
            form.put(KIND, Form.of("drop category"));
            form.put("id", Form.of(dropped.id()));
        } else if (change instanceof Change.NoteSet set) {
            form.put(KIND, Form.of("note"));
            form.put("image", Form.of(set.image()));
            form.put("text", Form.of(set.note()));
        } else if (change instanceof Change.Named named) {
            form.put(KIND, Form.of("name"));
            form.put("text", Form.of(named.name()));
        } else if (change instanceof Change.ChannelsShown shown) {
            form.put(KIND, Form.of("channels"));
            form.put(
                    "channels",
                    Form.of(shown.channels().stream().map(ChannelForms::toForm).toList()));
        }
        return Form.of(form);
    }

    static Change fromForm(Form form) {
        var fields = Fields.of(form);
        var kind = fields.text(KIND);
        return switch (kind) {
            case "label" ->
                new Change.LabelsSet(fields.list("groups").items().stream()
                        .map(ChangeForms::labelGroup)
                        .toList());
            case "part" ->
                new Change.PartsSet(fields.list("groups").items().stream()
                        .map(ChangeForms::partGroup)
                        .toList());
            case "add" -> added(fields);
            case "remove" -> new Change.ImagesRemoved(numbers(fields.list("images")));
            case "return" -> new Change.ImagesReturned(numbers(fields.list("images")));
            case "category" ->
                new Change.CategoryPut(new Category(fields.integer("id"), fields.text("name"), fields.text("colour")));
            case "drop category" -> new Change.CategoryDropped(fields.integer("id"));
            case "note" -> new Change.NoteSet(fields.integer("image"), fields.text("text"));
            case "name" -> new Change.Named(fields.text("text"));
            case "channels" ->
                new Change.ChannelsShown(fields.list("channels").items().stream()
                        .map(ChannelForms::fromForm)
                        .toList());
            default -> throw Fields.wrong(form, KIND, kind, "is not known", "a project of a newer Sweetspot?");
        };
    }

    private static Change added(Fields fields) {
        int from = fields.integer("from");
        var images = fields.list("images").items();
        var made = new ProjectImage[images.size()];
        for (int i = 0; i < made.length; i++) {
            made[i] = ImageForms.fromForm(from + i, images.get(i));
        }
        var skipped = fields.list("skipped").items().stream()
                .map(ChangeForms::texts)
                .map(pair -> new Skipped(pair.get(0), pair.get(1)))
                .toList();
        return new Change.ImagesAdded(Arrays.asList(made), skipped);
    }

    private static List<String> texts(Form form) {
        if (form instanceof ListForm list
                && list.items().size() == 2
                && list.items().get(0) instanceof Form.TextForm first
                && list.items().get(1) instanceof Form.TextForm second) {
            return List.of(first.value(), second.value());
        }
        throw Fields.wrong(form, "skipped", form.kind(), "must be a file and a reason", "");
    }

    private static Form of(LabelGroup group) {
        var form = new LinkedHashMap<String, Form>();
        group.label().ifPresent(label -> {
            form.put("category", Form.of(label.category()));
            if (label.source() instanceof LabelSource.Imported imported) {
                form.put("imported", Form.of(imported.from()));
            } else if (label.source() instanceof LabelSource.Accepted accepted) {
                form.put("model", Form.of(accepted.model()));
                form.put("probability", Form.of(accepted.probability()));
            }
        });
        form.put("images", numbers(group.images()));
        return Form.of(form);
    }

    private static LabelGroup labelGroup(Form form) {
        var fields = Fields.of(form);
        return new LabelGroup(
                fields.findWhole("category").map(any -> new Label(fields.integer("category"), source(fields))),
                numbers(fields.list("images")));
    }

    private static LabelSource source(Fields fields) {
        if (fields.find("model").isPresent()) {
            return new LabelSource.Accepted(fields.text("model"), fields.number("probability"));
        }
        return fields.findText("imported")
                .<LabelSource>map(LabelSource.Imported::new)
                .orElseGet(LabelSource.Person::new);
    }

    private static Form of(PartGroup group) {
        var form = new LinkedHashMap<String, Form>();
        group.part().ifPresent(part -> form.put("part", Form.of(part.word())));
        form.put("images", numbers(group.images()));
        return Form.of(form);
    }

    private static PartGroup partGroup(Form form) {
        var fields = Fields.of(form);
        return new PartGroup(fields.findText("part").map(word -> part(form, word)), numbers(fields.list("images")));
    }

    private static Part part(Form form, String word) {
        return Optional.ofNullable(Map.of("training", Part.TRAINING, "validation", Part.VALIDATION, "test", Part.TEST)
                        .get(word))
                .orElseThrow(() -> Fields.wrong(form, "part", word, "is not known", "training, validation or test?"));
    }

    private static Form numbers(List<Integer> numbers) {
        return Form.of(
                numbers.stream().map(number -> Form.of(number.longValue())).toList());
    }

    private static List<Integer> numbers(ListForm list) {
        return list.items().stream().map(ChangeForms::number).toList();
    }

    private static Integer number(Form form) {
        if (form instanceof NumberForm number) {
            try {
                return new BigDecimal(number.literal()).intValueExact();
            } catch (ArithmeticException notWhole) {
                throw Fields.wrong(form, "image", number.literal(), "must be a whole number", "");
            }
        }
        throw Fields.wrong(form, "image", form.kind(), "must be a number", "");
    }
}

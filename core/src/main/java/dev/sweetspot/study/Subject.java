package dev.sweetspot.study;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a study file says is to be tried. */
public sealed interface Subject {
    /**
     * A program.
     *
     * @param words the program and its arguments; <code>{name}</code> in one of them stands for a parameter's value, or for
     *     one of {@link Placeholders#OF_THE_TRIAL}
     * @param surroundings in what it is tried
     */
    record Command(List<String> words, Surroundings surroundings) implements Subject {
        /** In the usual surroundings. */
        public Command(List<String> words) {
            this(words, Surroundings.USUAL);
        }

        /** Keeps a copy. */
        public Command {
            words = List.copyOf(words);
        }
    }

    /**
     * A training on data.
     *
     * @param path of the data
     * @param families kinds of networks; empty for the usual ones
     * @param models kinds of classical models; empty for none
     */
    record Training(String path, List<String> families, List<String> models) implements Subject {
        /** Keeps copies. */
        public Training {
            families = List.copyOf(families);
            models = List.copyOf(models);
        }
    }

    /** What {@code command}, or {@code data} with {@code family} and {@code model}, say. */
    static Subject fromForm(Form form, SearchSpace space) {
        var fields = Fields.of(form);
        var command = fields.find("command");
        var data = fields.findText("data");
        if (command.isPresent() == data.isPresent()) {
            throw Fields.wrong(
                    command.orElse(form),
                    "study file",
                    command.isPresent() ? "command and data" : "neither command nor data",
                    "must say one of them",
                    command.isPresent() ? "remove one?" : "command: [python3, train.py, --x, \"{x}\"]?");
        }
        if (command.isPresent()) {
            for (var other : List.of("family", "model")) {
                if (fields.find(other).isPresent()) {
                    throw new InvalidInputException(
                                    "entry", other, "goes with data only, not with a command", "remove it?")
                            .at(fields.at(other));
                }
            }
            var surroundings = Surroundings.fromForm(fields);
            fields.find("environment")
                    .ifPresent(written -> ((MapForm) written).entries().forEach((name, value) -> {
                        if (value instanceof TextForm text) {
                            check(value, name, text.value(), space);
                        }
                    }));
            return new Command(words(command.get(), space), surroundings);
        }
        Surroundings.ENTRIES.stream()
                .sorted()
                .filter(name -> fields.find(name).isPresent())
                .forEach(name -> {
                    throw new InvalidInputException(
                                    "entry", name, "goes with a command only, not with data", "remove it?")
                            .at(fields.at(name));
                });
        return new Training(data.orElseThrow(), texts(fields, "family"), texts(fields, "model"));
    }

    /** The words, once every placeholder is known to be a parameter. */
    private static List<String> words(Form command, SearchSpace space) {
        if (command instanceof MapForm) {
            throw Fields.wrong(command, "command", "a map", "must be a list of words", "[python3, train.py]?");
        }
        if (command instanceof TextForm text && text.value().strip().contains(" ")) {
            throw Fields.wrong(
                    command,
                    "command",
                    '"' + text.value() + '"',
                    "must be a list of words",
                    listed(text.value()) + "?");
        }
        var items = command instanceof ListForm list ? list.items() : List.of(command);
        if (items.isEmpty()) {
            throw Fields.wrong(command, "command", "[]", "must name a program", "[python3, train.py]?");
        }
        var words = texts(command, "command");
        for (int i = 0; i < words.size(); i++) {
            check(items.get(i), "command", words.get(i), space);
        }
        return words;
    }

    /** A command line as the list of its words. */
    private static String listed(String line) {
        return Stream.of(line.strip().split("\\s+"))
                .map(word -> word.matches("[\\p{L}\\p{N}_./-]+") ? word : '"' + word.replace("\"", "") + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Every placeholder must stand for something. */
    private static void check(Form place, String entry, String text, SearchSpace space) {
        var parameters = space.parameters().stream().map(Parameter::name).toList();
        var names = new ArrayList<>(parameters);
        names.addAll(Placeholders.OF_THE_TRIAL);
        for (var name : Placeholders.in(text)) {
            if (!names.contains(name)) {
                var maybe = DidYouMean.nearest(name, names)
                        .map(near -> near + "?")
                        .orElseGet(() -> DidYouMean.maybe(name, parameters));
                throw Fields.wrong(place, entry, "{" + name + "}", "is no parameter", maybe);
            }
        }
    }

    private static List<String> texts(Fields fields, String key) {
        return fields.find(key).map(form -> texts(form, key)).orElse(List.of());
    }

    /** One text, or a list of texts and numbers. */
    private static List<String> texts(Form form, String key) {
        var texts = new ArrayList<String>();
        for (var item : form instanceof ListForm list ? list.items() : List.of(form)) {
            if (item instanceof TextForm text) {
                texts.add(text.value());
            } else if (item instanceof Form.NumberForm number) {
                texts.add(number.literal());
            } else {
                throw notText(item, key);
            }
        }
        return texts;
    }

    /** In YAML, <code>{x}</code> without quotes is a map, and {@code true} and {@code null} are no texts. */
    private static InvalidInputException notText(Form item, String key) {
        if (item instanceof MapForm map
                && map.entries().size() == 1
                && map.entries().values().iterator().next() instanceof Form.NullForm) {
            var name = "{" + map.entries().keySet().iterator().next() + "}";
            return Fields.wrong(item, key, name, "must be a text, and is a map without quotes", '"' + name + "\"?");
        }
        boolean plain = !(item instanceof MapForm || item instanceof ListForm);
        return Fields.wrong(
                item, key, item.kind(), "must be a text", plain ? '"' + item.kind() + "\", in quotes?" : "");
    }

    /** The entries of the study file. */
    default Map<String, Form> entries() {
        var entries = new LinkedHashMap<String, Form>();
        if (this instanceof Command command) {
            entries.put("command", list(command.words()));
            entries.putAll(command.surroundings().entries());
        } else if (this instanceof Training training) {
            entries.put("data", Form.of(training.path()));
            if (!training.families().isEmpty()) {
                entries.put("family", list(training.families()));
            }
            if (!training.models().isEmpty()) {
                entries.put("model", list(training.models()));
            }
        }
        return entries;
    }

    private static Form list(List<String> texts) {
        return Form.of(texts.stream().map(Form::of).toList());
    }
}

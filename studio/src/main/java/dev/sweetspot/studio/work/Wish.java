package dev.sweetspot.studio.work;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person wants done. Settings are by the names and in the words of the command line. */
public sealed interface Wish {
    /**
     * What follows the name of the program.
     *
     * @param data what it is done with
     */
    List<String> words(String data, WorkPlace place);

    /** Whether it was done: what is written last is there. */
    default boolean isDone(WorkPlace place) {
        return place.result().isPresent();
    }

    /** For {@link #fromForm}. */
    MapForm toForm();

    /**
     * One training of one configuration.
     *
     * @param from the state that an earlier one has left, to go on from; empty to begin at the beginning
     */
    record Training(Map<String, String> settings, Optional<Path> from) implements Wish {
        private static final String KIND = "training";

        /** From the beginning. */
        public Training(Map<String, String> settings) {
            this(settings, Optional.empty());
        }

        /** Keeps a copy. */
        public Training {
            settings = checked(settings);
        }

        @Override
        public List<String> words(String data, WorkPlace place) {
            var words = new ArrayList<>(List.of("train", data));
            each("--set", settings, words);
            from.ifPresent(state -> words.add("--from=" + state));
            words.addAll(place.words());
            return words;
        }

        @Override
        public MapForm toForm() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("kind", Form.of(KIND));
            entries.put("settings", texts(settings));
            from.ifPresent(state -> entries.put("from", Form.of(state.toString())));
            return Form.of(entries);
        }
    }

    /**
     * A search for better settings.
     *
     * @param minutes how long it may take in all, above 0
     * @param objectives what is to be better, by name; empty for the usual figure of the task
     * @param limits "memory<=2GB"
     * @param settings what is fixed
     * @param ranges what is searched otherwise than usual, "0.001..0.1" or "16,32,64" by name
     * @param manner how it is searched
     */
    record Search(
            double minutes,
            List<String> objectives,
            List<String> limits,
            Map<String, String> settings,
            Map<String, String> ranges,
            Manner manner)
            implements Wish {
        private static final String KIND = "search";

        /** As the computer chooses. */
        public Search(
                double minutes,
                List<String> objectives,
                List<String> limits,
                Map<String, String> settings,
                Map<String, String> ranges) {
            this(minutes, objectives, limits, settings, ranges, Manner.AUTOMATIC);
        }

        /**
         * Keeps copies.
         *
         * @throws InvalidInputException when it has no time
         */
        public Search {
            if (!(minutes > 0) || Double.isInfinite(minutes)) {
                throw new InvalidInputException("minutes", minutes, "must be above 0", "20?");
            }
            objectives = List.copyOf(objectives);
            limits = List.copyOf(limits);
            settings = checked(settings);
            ranges = checked(ranges);
        }

        @Override
        public List<String> words(String data, WorkPlace place) {
            var words = new ArrayList<>(List.of("tune", data, "--minutes", Double.toString(minutes)));
            // In one word with the option, so that nothing in it can be taken for another option.
            objectives.forEach(name -> words.add("--objective=" + name));
            limits.forEach(limit -> words.add("--limit=" + limit));
            each("--set", settings, words);
            each("--search", ranges, words);
            words.addAll(manner.words());
            words.addAll(place.words());
            return words;
        }

        @Override
        public MapForm toForm() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("kind", Form.of(KIND));
            entries.put("minutes", Form.of(minutes));
            entries.put("objectives", Form.of(objectives.stream().map(Form::of).toList()));
            entries.put("limits", Form.of(limits.stream().map(Form::of).toList()));
            entries.put("settings", texts(settings));
            entries.put("ranges", texts(ranges));
            entries.put("manner", manner.toForm());
            return Form.of(entries);
        }
    }

    /**
     * What a model says of images.
     *
     * @param model the folder of the work that made it, or the file
     */
    record Prediction(Path model) implements Wish {
        private static final String KIND = "prediction";

        @Override
        public List<String> words(String data, WorkPlace place) {
            return List.of("predict", model.toString(), data, "--csv=" + place.predictions(), "--quiet");
        }

        @Override
        public boolean isDone(WorkPlace place) {
            return Files.exists(place.predictions());
        }

        @Override
        public MapForm toForm() {
            return Form.of(Map.of("kind", Form.of(KIND), "model", Form.of(model.toString())));
        }
    }

    /**
     * What {@link #toForm} wrote, or a page sent.
     *
     * @throws InvalidInputException when it is neither
     */
    static Wish fromForm(MapForm form) {
        var fields = Fields.of(form);
        var kind = fields.text("kind");
        return switch (kind) {
            case Training.KIND ->
                new Training(texts(fields, "settings"), fields.findText("from").map(Path::of));
            case Prediction.KIND -> new Prediction(Path.of(fields.text("model")));
            case Search.KIND ->
                new Search(
                        fields.number("minutes"),
                        list(fields, "objectives"),
                        list(fields, "limits"),
                        texts(fields, "settings"),
                        texts(fields, "ranges"),
                        Manner.of(texts(fields, "manner")));
            default ->
                throw new InvalidInputException(
                        "kind", kind, "must be " + Training.KIND + ", " + Search.KIND + " or " + Prediction.KIND, "");
        };
    }

    private static void each(String option, Map<String, String> values, List<String> words) {
        values.forEach((name, value) -> words.add(option + "=" + name + "=" + value));
    }

    /** A name that has an equals sign would be taken for another one. */
    private static Map<String, String> checked(Map<String, String> settings) {
        settings.keySet().forEach(name -> {
            if (!name.matches("[A-Za-z][A-Za-z0-9_.]*")) {
                throw new InvalidInputException("parameter", name, "is not known", "");
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    private static Form texts(Map<String, String> settings) {
        var entries = new LinkedHashMap<String, Form>();
        settings.forEach((name, value) -> entries.put(name, Form.of(value)));
        return Form.of(entries);
    }

    private static Map<String, String> texts(Fields fields, String name) {
        var found = new LinkedHashMap<String, String>();
        if (fields.find(name).isPresent()) {
            var map = fields.map(name);
            ((MapForm) fields.require(name)).entries().keySet().forEach(key -> found.put(key, map.text(key)));
        }
        return found;
    }

    private static List<String> list(Fields fields, String name) {
        return fields.list(name).items().stream()
                .map(item -> {
                    if (item instanceof TextForm text) {
                        return text.value();
                    }
                    throw Fields.wrong(item, name, item.kind(), "must be a text", "");
                })
                .toList();
    }
}

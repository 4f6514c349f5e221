package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * An objective of a study file, and where its value is found when a program is tried.
 *
 * @param source where a program leaves the value
 */
public record Sought(Objective objective, Source source) {
    private static final List<String> ENTRIES = List.of("name", "direction", "pattern", "json", "file");
    private static final Map<String, String> ELSEWHERE = Map.of(
            "metric", "name: loss?",
            "goal", "direction: minimize?",
            "mode", "direction: minimize?",
            "type", "direction: minimize?",
            "regex", "pattern?",
            "key", "json?");

    /** Where the value of an objective is found. */
    public sealed interface Source {
        /** The workload reports it under the objective's name. */
        record Reported() implements Source {}

        /**
         * The last match in the program's output.
         *
         * @param regex with one group, which is the number
         */
        record Matched(String regex) implements Source {}

        /**
         * The last line of the program's output that is a JSON object.
         *
         * @param key of the entry in it
         */
        record Printed(String key) implements Source {}

        /**
         * A JSON file that the program writes; its entry has the objective's name.
         *
         * @param path from the trial's working folder
         */
        record Written(String path) implements Source {}
    }

    static Sought fromForm(Form form) {
        var fields = Fields.of(form, "objective", example(form)).onlyKnown(ENTRIES, ELSEWHERE);
        fields.require("name", "name: loss?");
        var sources = new ArrayList<Source>();
        fields.findText("pattern").ifPresent(regex -> sources.add(matched(fields, regex)));
        fields.findText("json").ifPresent(key -> sources.add(new Source.Printed(key)));
        fields.findText("file").ifPresent(path -> sources.add(new Source.Written(path)));
        if (sources.size() > 1) {
            throw Fields.wrong(
                    form,
                    "objective",
                    fields.text("name"),
                    "must have one of pattern, json and file only: each says where the value is found",
                    "remove " + (fields.find("pattern").isPresent() ? "pattern?" : "file?"));
        }
        var objective = Fields.placed(form, () -> TrialForms.objectiveFromForm(form));
        return new Sought(objective, sources.isEmpty() ? new Source.Reported() : sources.get(0));
    }

    /** A name alone is what people write first. */
    private static String example(Form form) {
        return "{name: " + (form instanceof Form.TextForm text ? text.value() : "loss") + "}?";
    }

    static Source matched(Fields fields, String regex) {
        int groups;
        try {
            groups = Pattern.compile(regex).matcher("").groupCount();
        } catch (PatternSyntaxException e) {
            throw Fields.wrong(
                    fields.require("pattern"),
                    "pattern",
                    regex,
                    "is no regular expression: " + e.getDescription(),
                    "'loss: ([-+0-9.eE]+)'?");
        }
        if (groups != 1) {
            throw Fields.wrong(
                    fields.require("pattern"),
                    "pattern",
                    regex,
                    "must have exactly one group, the number, and has " + groups,
                    "'loss: ([-+0-9.eE]+)'?");
        }
        return new Source.Matched(regex);
    }

    MapForm toForm() {
        var entries = new LinkedHashMap<>(TrialForms.toForm(objective).entries());
        put(source, entries);
        return Form.of(entries);
    }

    static void put(Source source, Map<String, Form> entries) {
        if (source instanceof Source.Matched matched) {
            entries.put("pattern", Form.of(matched.regex()));
        } else if (source instanceof Source.Printed printed) {
            entries.put("json", Form.of(printed.key()));
        } else if (source instanceof Source.Written written) {
            entries.put("file", Form.of(written.path()));
        }
    }
}

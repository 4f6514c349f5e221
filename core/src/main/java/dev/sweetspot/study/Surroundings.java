package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.trial.Fidelity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In what a program is tried, beside its words.
 *
 * @param environment variables that it gets; <code>{name}</code> in one of them stands for a value, as in its words
 * @param parametersFile a JSON file with all values, written before it starts; from its working folder
 * @param place where it runs
 * @param stages how it tells how far it is; empty for a program that runs once and is done
 * @param timeout how many seconds a trial may take in all; empty for as long as it takes
 * @param grace how many seconds it has to end by itself once it was asked to, before it is killed
 */
public record Surroundings(
        Map<String, String> environment,
        Optional<String> parametersFile,
        Place place,
        Optional<Stages> stages,
        Optional<Double> timeout,
        double grace) {
    /** Long enough to write a checkpoint, and within the 8 s that a study has to put its trials aside after Ctrl-C. */
    public static final double USUAL_GRACE = 5;

    /** What a file means that says nothing of it. */
    public static final Surroundings USUAL =
            new Surroundings(Map.of(), Optional.empty(), Place.TRIAL, Optional.empty(), Optional.empty(), USUAL_GRACE);

    /** All entries of the study file that are read here. */
    static final Set<String> ENTRIES =
            Set.of("environment", "parameters_file", "runs_in", "reports", "timeout", "grace");

    private static final Pattern WITH_UNIT = Pattern.compile("([0-9]*\\.?[0-9]+)\\s*(\\p{L}+)");

    /** A day: who waits longer for a program to end did not mean to end it. */
    private static final double MOST_GRACE = 86_400;

    /** Where a program runs. */
    public enum Place {
        /** In a folder of the trial's own, so that what trials write does not meet. */
        TRIAL("trial"),
        /** In the folder of the study file, so that it finds what lies there by relative names. */
        STUDY("study");

        private final String word;

        Place(String word) {
            this.word = word;
        }
    }

    /**
     * How a program tells how far it is.
     *
     * @param fidelity the unit, and how much a whole trial is
     * @param source where the number is found in a line of its output: an entry of a JSON object, or a pattern
     * @param waits whether it reads a line after each report, {@code go on} or {@code end}, before it goes on: what it has
     *     left in the folder of its checkpoint is of that very report then
     */
    public record Stages(Fidelity fidelity, Sought.Source source, boolean waits) {
        private static final List<String> ENTRIES = List.of("unit", "most", "least", "json", "pattern", "waits");

        private static Stages fromForm(Form form) {
            var fields = Fields.of(form, "reports", "{unit: epochs, most: 30, json: epoch}?")
                    .onlyKnown(ENTRIES);
            fields.require("most", "most: 30, how far a whole trial goes?");
            var pattern = fields.findText("pattern").map(regex -> Sought.matched(fields, regex));
            var json = fields.findText("json").<Sought.Source>map(Sought.Source.Printed::new);
            if (pattern.isPresent() == json.isPresent()) {
                throw Fields.wrong(
                        form,
                        "reports",
                        pattern.isPresent() ? "pattern and json" : "neither json nor pattern",
                        "must say one of them: where a line of the output says how far the program is",
                        "json: epoch?");
            }
            double most = fields.number("most");
            double least = fields.findNumber("least").orElse(Math.min(1, most));
            if (!(most > 0 && Double.isFinite(most))) {
                throw Fields.wrong(fields.require("most"), "most", most, "must be a number above 0", "30?");
            }
            if (!(least > 0 && least <= most)) {
                throw Fields.wrong(
                        fields.require("least"),
                        "least",
                        least,
                        "must be above 0, and at most what a whole trial is, " + plain(most),
                        plain(Math.min(1, most)) + "?");
            }
            return new Stages(
                    new Fidelity(fields.findText("unit").orElse("steps"), least, most),
                    json.or(() -> pattern).orElseThrow(),
                    fields.findTruth("waits").orElse(false));
        }

        private Form toForm() {
            var entries = new LinkedHashMap<String, Form>();
            entries.put("unit", Form.of(fidelity.unit()));
            entries.put("least", Form.of(fidelity.least()));
            entries.put("most", Form.of(fidelity.most()));
            Sought.put(source, entries);
            if (waits) {
                entries.put("waits", Form.of(true));
            }
            return Form.of(entries);
        }
    }

    /** Keeps a copy in the order given. */
    public Surroundings {
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    static Surroundings fromForm(Fields fields) {
        var environment = new LinkedHashMap<String, String>();
        fields.find("environment").ifPresent(form -> texts(form, environment));
        var grace = seconds(fields, "grace").orElse(USUAL_GRACE);
        if (!(grace >= 0 && grace <= MOST_GRACE)) {
            throw Fields.wrong(fields.require("grace"), "grace", grace, "must be 0 to 86400 seconds", "5?");
        }
        var timeout = seconds(fields, "timeout");
        timeout.filter(seconds -> !(seconds > 0 && Double.isFinite(seconds))).ifPresent(seconds -> {
            throw Fields.wrong(fields.require("timeout"), "timeout", seconds, "must be above 0 seconds", "600?");
        });
        return new Surroundings(
                environment,
                fields.findText("parameters_file").map(name -> inside(fields, name)),
                fields.findText("runs_in").map(word -> place(fields, word)).orElse(Place.TRIAL),
                fields.find("reports").map(Stages::fromForm),
                timeout,
                grace);
    }

    /** A number of seconds; a text with a unit is refused with the seconds that it is. */
    private static Optional<Double> seconds(Fields fields, String key) {
        fields.find(key).ifPresent(form -> {
            if (form instanceof TextForm text) {
                var found = WITH_UNIT.matcher(text.value().strip());
                throw Fields.wrong(
                        form,
                        key,
                        '"' + text.value() + '"',
                        "must be a number of seconds",
                        found.matches()
                                ? plain(Double.parseDouble(found.group(1)) * unit(found.group(2))) + "?"
                                : "600?");
            }
        });
        return fields.findNumber(key);
    }

    private static double unit(String word) {
        return switch (word.charAt(0)) {
            case 'h' -> 3600;
            case 'd' -> 86_400;
            case 'm' -> word.startsWith("ms") || word.startsWith("mil") ? 0.001 : 60;
            default -> 1;
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void texts(Form form, Map<String, String> into) {
        if (!(form instanceof MapForm map)) {
            throw Fields.wrong(form, "environment", form.kind(), "must be a map", "environment: {LR: \"{x}\"}?");
        }
        map.entries().forEach((name, value) -> {
            if (!name.matches("[^=\\s\\x00]+")) {
                throw new InvalidInputException(
                                "environment",
                                '"' + name + '"',
                                "is no name of a variable: it must have no spaces and no =",
                                name.matches("\\P{Cntrl}+") && name.matches(".*[\\p{L}\\p{N}].*")
                                        ? name.strip()
                                                        .replaceAll("=+$", "")
                                                        .strip()
                                                        .replaceAll("[=\\s]+", "_") + "?"
                                        : "LR?")
                        .at(map.at(name));
            }
            if (value instanceof TextForm text) {
                into.put(name, text.value());
            } else if (value instanceof Form.NumberForm number) {
                into.put(name, number.literal());
            } else {
                throw Fields.wrong(
                        value,
                        name,
                        value.kind(),
                        "must be a text",
                        value instanceof MapForm ? "quotes around it?" : '"' + value.kind() + "\", in quotes?");
            }
        });
    }

    /** A name that stays in the folder. */
    private static String inside(Fields fields, String name) {
        boolean leaves = name.isBlank() || name.startsWith("/") || name.contains("..") || name.contains("\\");
        if (leaves) {
            throw Fields.wrong(
                    fields.require("parameters_file"),
                    "parameters_file",
                    name,
                    "must be a name in the working folder of the trial",
                    "parameters.json?");
        }
        return name;
    }

    private static Place place(Fields fields, String word) {
        for (var place : Place.values()) {
            if (place.word.equals(word)) {
                return place;
            }
        }
        throw Fields.wrong(fields.require("runs_in"), "runs_in", word, "must be trial or study", "study?");
    }

    /** The entries of the study file: those that differ from {@link #USUAL}. */
    Map<String, Form> entries() {
        var entries = new LinkedHashMap<String, Form>();
        if (!environment.isEmpty()) {
            var variables = new LinkedHashMap<String, Form>();
            environment.forEach((name, value) -> variables.put(name, Form.of(value)));
            entries.put("environment", Form.of(variables));
        }
        parametersFile.ifPresent(name -> entries.put("parameters_file", Form.of(name)));
        if (place != Place.TRIAL) {
            entries.put("runs_in", Form.of(place.word));
        }
        stages.ifPresent(staged -> entries.put("reports", staged.toForm()));
        timeout.ifPresent(seconds -> entries.put("timeout", Form.of(seconds)));
        if (grace != USUAL_GRACE) {
            entries.put("grace", Form.of(grace));
        }
        return entries;
    }

    /** All texts in which a placeholder may stand. */
    List<String> templates() {
        return List.copyOf(environment.values());
    }
}

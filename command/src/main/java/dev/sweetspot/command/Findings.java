package dev.sweetspot.command;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.study.Sought;
import dev.sweetspot.study.StudyFile;
import dev.sweetspot.study.Surroundings;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a program has said so far. Not safe for several threads. */
final class Findings {
    /** Python writes these into JSON, where they are no numbers. */
    private static final Pattern NOT_JSON = Pattern.compile("(?<=[:\\[,\\s])(-?Infinity|NaN)(?=[,\\]}\\s])");

    private final List<Sought> sought;
    private final Optional<Sought.Source> stage;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final Set<String> said = new HashSet<>();

    Findings(StudyFile file, Optional<Surroundings.Stages> stages) {
        this.sought = file.sought();
        this.stage = stages.map(Surroundings.Stages::source);
    }

    /**
     * Looks at a line of the output.
     *
     * @return how far the program is, where the line says so
     */
    OptionalDouble see(String line) {
        var object = object(line);
        // Whatever else an object says is remembered with the trial: a training loss, the memory it took.
        object.ifPresent(
                map -> map.entries().forEach((name, value) -> number(value).ifPresent(number -> say(name, number))));
        for (var each : sought) {
            find(each.source(), each.objective().name(), line, object)
                    .ifPresent(value -> say(each.objective().name(), value));
        }
        return stage.isPresent() ? find(stage.get(), "", line, object) : OptionalDouble.empty();
    }

    private OptionalDouble find(Sought.Source source, String name, String line, Optional<Form.MapForm> object) {
        if (source instanceof Sought.Source.Matched matched) {
            var pattern = patterns.computeIfAbsent(matched.regex(), Pattern::compile);
            return last(pattern.matcher(line));
        }
        var key = source instanceof Sought.Source.Printed printed ? printed.key() : name;
        return source instanceof Sought.Source.Written
                ? OptionalDouble.empty()
                : object.flatMap(map -> map.find(key)).map(Findings::number).orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble last(Matcher matcher) {
        var found = OptionalDouble.empty();
        while (matcher.find()) {
            var number = number(String.valueOf(matcher.group(1)));
            found = number.isPresent() ? number : found;
        }
        return found;
    }

    private static OptionalDouble number(String text) {
        try {
            var plain = text.strip();
            return OptionalDouble.of(
                    switch (plain.toLowerCase(Locale.ROOT)) {
                        case "nan" -> Double.NaN;
                        case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
                        case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                        default -> Double.parseDouble(plain);
                    });
        } catch (NumberFormatException noNumber) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble number(Form value) {
        if (value instanceof Form.NumberForm number) {
            return OptionalDouble.of(number.doubleValue());
        }
        return value instanceof Form.TextForm text
                        && List.of("NaN", "Infinity", "-Infinity").contains(text.value())
                ? number(text.value())
                : OptionalDouble.empty();
    }

    /** The line as an object, where it is one. */
    private static Optional<Form.MapForm> object(String line) {
        var text = line.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.parseMap(NOT_JSON.matcher(text).replaceAll("\"$1\""), "output"));
        } catch (InvalidInputException noJson) {
            return Optional.empty();
        }
    }

    /** Reads the files that it writes, as they are now. */
    void look(Path folder) throws TrialFailure {
        for (var each : sought) {
            if (each.source() instanceof Sought.Source.Written written) {
                var name = each.objective().name();
                var path = folder.resolve(written.path());
                var number =
                        object(read(path, name)).flatMap(map -> map.find(name)).map(Findings::number);
                number.filter(OptionalDouble::isPresent).ifPresent(value -> say(name, value.getAsDouble()));
            }
        }
    }

    private static String read(Path path, String name) throws TrialFailure {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new TrialFailure(
                    Outcome.Cause.ERROR,
                    name + " = " + path + ": is not there, or cannot be read, now that the program has ended. Maybe it "
                            + "writes it elsewhere?");
        }
    }

    /** Whether there is a number for each objective that lines tell. */
    boolean complete() {
        return sought.stream()
                .allMatch(each -> each.source() instanceof Sought.Source.Written
                        || values.containsKey(each.objective().name()));
    }

    private void say(String name, double value) {
        said.add(name);
        values.put(name, value);
    }

    /** A number that was measured here: where the program says it, that counts. */
    void measured(String name, double value) {
        if (!said.contains(name)) {
            values.put(name, value);
        }
    }

    Measurements values() {
        return new Measurements(values);
    }

    /** @throws TrialFailure when there is none for an objective, or one that is not finite */
    Measurements whole() throws TrialFailure {
        for (var each : sought) {
            var name = each.objective().name();
            if (!values.containsKey(name)) {
                throw new TrialFailure(
                        Outcome.Cause.ERROR,
                        "objective = " + name + ": the program ended and did not say it. " + maybe(each));
            }
            if (!Double.isFinite(values.get(name))) {
                throw new TrialFailure(
                        Outcome.Cause.NOT_FINITE,
                        "objective = " + name + ": was " + values.get(name) + ". Maybe steps that are too large?");
            }
        }
        return values();
    }

    private static String maybe(Sought sought) {
        if (sought.source() instanceof Sought.Source.Matched matched) {
            return "Maybe no line of its output matches '" + matched.regex() + "'?";
        }
        if (sought.source() instanceof Sought.Source.Written written) {
            return "Maybe " + written.path() + " has no number of that name?";
        }
        var key = sought.source() instanceof Sought.Source.Printed printed
                ? printed.key()
                : sought.objective().name();
        return "Maybe its last line should be {\"" + key + "\": 0.5}?";
    }
}

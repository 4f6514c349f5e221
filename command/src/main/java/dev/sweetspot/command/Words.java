package dev.sweetspot.command;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Placeholders;
import dev.sweetspot.study.Subject;
import dev.sweetspot.workload.TrialRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The words of a command with the values of a trial in them.
 *
 * @param folder of the study file: a word that names a file there, from there, names it from everywhere
 */
record Words(Subject.Command command, Path folder) {
    /**
     * What a program is started with.
     *
     * @param words the program and its arguments
     * @param environment variables beside those that there are
     * @param values of the trial, by the names of their parameters
     */
    record Filled(List<String> words, Map<String, String> environment, Form.MapForm values) {}

    Filled of(TrialRun run, TrialFolder place) {
        var values = SpaceForms.toForm(run.configuration());
        var texts = new LinkedHashMap<String, String>(ofTheTrial(run, place));
        values.entries().forEach((name, value) -> texts.put(name, text(value)));
        var environment = new LinkedHashMap<>(surroundings(run, place));
        command.surroundings().environment().forEach((name, template) -> Placeholders.filled(
                        template, key -> Optional.ofNullable(texts.get(key)))
                .ifPresentOrElse(value -> environment.put(name, value), () -> environment.remove(name)));
        return new Filled(words(texts), environment, values);
    }

    /**
     * A word whose parameter is not there is left out, and so is the option before it that would have no value then: of
     * {@code --momentum {momentum}} both words.
     */
    private List<String> words(Map<String, String> texts) {
        var filled = new ArrayList<String>();
        var templates = command.words();
        for (int i = 0; i < templates.size(); i++) {
            var template = templates.get(i);
            var word = Placeholders.filled(template, key -> Optional.ofNullable(texts.get(key)));
            if (word.isPresent()) {
                filled.add(Placeholders.in(template).isEmpty() ? here(word.get(), i == 0) : word.get());
            } else if (Placeholders.isOne(template) && i > 1 && isOption(templates.get(i - 1))) {
                filled.remove(filled.size() - 1);
            }
        }
        return filled;
    }

    private static boolean isOption(String template) {
        return template.startsWith("-") && Placeholders.in(template).isEmpty();
    }

    /** The program runs elsewhere: what lies beside the study file is named whole. */
    private String here(String word, boolean isProgram) {
        if (word.isBlank() || word.startsWith("-") || (isProgram && !word.contains("/"))) {
            return word;
        }
        try {
            var path = folder.resolve(word);
            return Files.exists(path) ? path.toString() : word;
        } catch (InvalidPathException noName) {
            return word;
        }
    }

    /** @throws InvalidInputException when there is no such program, or a script that it is to run is not there */
    void requireProgram() {
        var program = command.words().get(0);
        if (!Placeholders.in(program).isEmpty() || found(program)) {
            command.words().stream()
                    .skip(1)
                    .filter(this::isMissingScript)
                    .findFirst()
                    .ifPresent(script -> {
                        throw new InvalidInputException(
                                "command",
                                script,
                                "is not there, seen from " + folder,
                                DidYouMean.maybe(script, neighbours()));
                    });
            return;
        }
        throw new InvalidInputException(
                "command",
                program,
                program.contains("/")
                        ? "is no program that can be started, seen from " + folder
                        : "is no program on the PATH of this machine",
                program.endsWith(".py") ? "[python3, " + program + "]?" : "its whole path?");
    }

    /** Names with these endings are scripts: a program that is to run one that is not there fails in every trial. */
    private boolean isMissingScript(String word) {
        return Placeholders.in(word).isEmpty()
                && word.matches("[^-\\s][^\\s]*\\.(py|sh|R|r|jl|js|mjs|rb|pl|jar)")
                && !Files.exists(folder.resolve(word));
    }

    private List<String> neighbours() {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private boolean found(String program) {
        if (program.contains("/") || program.contains(File.separator)) {
            return Files.isExecutable(folder.resolve(program)) && !Files.isDirectory(folder.resolve(program));
        }
        var path = new ProcessBuilder().environment().getOrDefault("PATH", "");
        var endings = File.separatorChar == '\\' ? List.of("", ".exe", ".bat", ".cmd") : List.of("");
        return Stream.of(path.split(File.pathSeparator))
                .filter(place -> !place.isBlank())
                .flatMap(place -> endings.stream().map(ending -> Path.of(place, program + ending)))
                .anyMatch(file -> Files.isExecutable(file) && !Files.isDirectory(file));
    }

    private Map<String, String> ofTheTrial(TrialRun run, TrialFolder place) {
        return Map.of(
                "trial.number", Integer.toString(run.number()),
                "trial.seed", Long.toString(seed(run)),
                "trial.threads", Integer.toString(run.threads()),
                "trial.from", plain(place.from()),
                "trial.target", plain(run.target()),
                "trial.folder", place.path().toString(),
                "trial.checkpoint", place.checkpoint().toString(),
                "study.folder", folder.toString());
    }

    /** The same for programs that do not look at their arguments; and as many threads as the trial has. */
    private Map<String, String> surroundings(TrialRun run, TrialFolder place) {
        var environment = new LinkedHashMap<String, String>();
        ofTheTrial(run, place)
                .forEach((name, value) ->
                        environment.put("SWEETSPOT_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        // Libraries take all cores where nobody says how many, and so would each of the trials beside each other.
        for (var variable : List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")) {
            environment.put(variable, Integer.toString(run.threads()));
        }
        return environment;
    }

    /** Within 0 and 2^31 - 1, which every language takes for a seed. */
    private static long seed(TrialRun run) {
        return run.seed() & Integer.MAX_VALUE;
    }

    private static String text(Form value) {
        if (value instanceof Form.TextForm text) {
            return text.value();
        }
        return value instanceof Form.NumberForm number ? number.literal() : Json.write(value);
    }

    /** Epochs are counted in whole numbers mostly, and programs take no 3.0 for one. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}

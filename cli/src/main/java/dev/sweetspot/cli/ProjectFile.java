package dev.sweetspot.cli;

import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands in {@code sweetspot.yaml}.
 *
 * @param settings values of options, by their names
 * @param profiles the person's own
 */
record ProjectFile(Map<String, Layers.Given> settings, List<Profile> profiles) {
    /** Of the file. */
    static final String NAME = "sweetspot.yaml";

    private static final String PROFILES = "profiles";
    private static final String PROFILE = "profile";

    /** Keeps copies. */
    ProjectFile {
        settings = Map.copyOf(settings);
        profiles = List.copyOf(profiles);
    }

    /**
     * That of a folder; nothing where there is none.
     *
     * @param known the names of all options
     * @throws dev.sweetspot.form.InvalidInputException with line and column where something is wrong
     */
    static ProjectFile in(Path folder, Set<String> known) {
        var file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return new ProjectFile(Map.of(), List.of());
        }
        var form = Yaml.read(file);
        if (!(form instanceof MapForm map)) {
            throw Fields.wrong(form, NAME, form.kind(), "must be a map of settings", "minutes: 20?");
        }
        var settings = new LinkedHashMap<String, Form>(map.entries());
        var profiles = settings.remove(PROFILES);
        var words = new TreeSet<>(known);
        words.add(PROFILES);
        return new ProjectFile(given(settings, words, ""), profiles == null ? List.of() : profiles(profiles, known));
    }

    private static List<Profile> profiles(Form form, Set<String> known) {
        if (!(form instanceof MapForm map)) {
            throw Fields.wrong(
                    form, PROFILES, form.kind(), "must be names with settings", "overnight: {minutes: 600}?");
        }
        var settings = new TreeSet<>(known);
        settings.remove(PROFILE);
        var profiles = new ArrayList<Profile>();
        map.entries().forEach((word, value) -> {
            var name = word.toLowerCase(Locale.ROOT);
            requireName(word, name, value, profiles);
            if (!(value instanceof MapForm inside)) {
                throw Fields.wrong(value, PROFILE, word, "must have a map of settings", "{minutes: 600}?");
            }
            profiles.add(new Profile(name, given(inside.entries(), settings, "profile " + name + ", ")));
        });
        return profiles;
    }

    private static void requireName(String word, String name, Form at, List<Profile> before) {
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            throw Fields.wrong(at, PROFILE, word, "must be of letters, digits, - and _", "overnight?");
        }
        if (Profile.builtIn(name)) {
            throw Fields.wrong(
                    at, PROFILE, word, "is there already, and means the same in every project", "my-" + name + "?");
        }
        if (before.stream().anyMatch(profile -> profile.name().equals(name))) {
            throw Fields.wrong(at, PROFILE, word, "is there twice: large and small letters are alike", "another name?");
        }
    }

    /** @param source what stands before the place of each value */
    private static Map<String, Layers.Given> given(Map<String, Form> entries, Set<String> known, String source) {
        var given = new LinkedHashMap<String, Layers.Given>();
        entries.forEach((name, value) -> {
            var key = name.replace('_', '-').toLowerCase(Locale.ROOT);
            if (!known.contains(key)) {
                throw Fields.wrong(value, "setting", name, "is not known", DidYouMean.maybe(key, known));
            }
            given.put(key, new Layers.Given(text(key, value), source + value.at()));
        });
        return given;
    }

    /** Several values are a line each: {@code set: {dropout: 0.1}} means the same as {@code --set dropout=0.1}. */
    private static String text(String key, Form value) {
        if (value instanceof ListForm list) {
            return list.items().stream().map(item -> scalar(key, item)).collect(Collectors.joining("\n"));
        }
        if (value instanceof MapForm map) {
            var pairs = new ArrayList<String>();
            map.entries().forEach((name, item) -> pairs.add(name + "=" + scalar(key, item)));
            return String.join("\n", pairs);
        }
        return scalar(key, value);
    }

    private static String scalar(String key, Form value) {
        if (value instanceof Form.TextForm text) {
            return text.value();
        }
        if (value instanceof Form.NumberForm number) {
            return number.literal();
        }
        if (value instanceof Form.BooleanForm truth) {
            return Boolean.toString(truth.value());
        }
        throw Fields.wrong(value, key, value.kind(), "must be a plain value", "");
    }
}

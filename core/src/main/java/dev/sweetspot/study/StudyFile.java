package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Completion;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Feasibility;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.KnowledgeForms;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.PreferenceForms;
import dev.sweetspot.trial.TrialForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A study as a person writes it down, in YAML or JSON: the space, what is sought, how much may be used, and what is
 * tried. The guide <em>The study file</em> shows it whole; {@link #schema} is for editors.
 *
 * @param name of the study
 * @param seed from which everything drawn follows
 * @param space what can be chosen; with data, what it says takes the place of the families' own ranges
 * @param sought the objectives, the first one to steer by; empty with data, whose usual metric is taken then
 * @param limits that trials must keep
 * @param preference what is preferred among several objectives
 * @param budget how much may be used; without an end when the file says nothing
 * @param subject what is tried
 * @param prior what is known before it begins
 */
public record StudyFile(
        String name,
        long seed,
        SearchSpace space,
        List<Sought> sought,
        List<Constraint> limits,
        Preference preference,
        Budget budget,
        Subject subject,
        Prior prior) {
    /**
     * What is known before a study begins, as a file says it.
     *
     * @param first configurations to try first, in order
     * @param beliefs where good values are believed to lie
     * @param learnFrom places of earlier studies: a store, or {@code STORE#STUDY}
     */
    public record Prior(List<Configuration> first, List<Belief> beliefs, List<String> learnFrom) {
        /** Nothing. */
        public static final Prior NONE = new Prior(List.of(), List.of(), List.of());

        /** Keeps copies. */
        public Prior {
            first = List.copyOf(first);
            beliefs = List.copyOf(beliefs);
            learnFrom = List.copyOf(learnFrom);
        }

        private static Prior fromForm(Fields fields, SearchSpace space) {
            var first = new ArrayList<Configuration>();
            for (var item : fields.list("first").items()) {
                first.add(Fields.placed(item, () -> first(item, space)));
            }
            var places = new ArrayList<String>();
            fields.find("learn_from").ifPresent(form -> {
                for (var item : form instanceof ListForm list ? list.items() : List.of(form)) {
                    places.add(Fields.of(Form.of(Map.of("learn_from", item))).text("learn_from"));
                }
            });
            return new Prior(
                    first,
                    fields.find("beliefs")
                            .map(form -> KnowledgeForms.beliefsFromForm(form, space))
                            .orElse(List.of()),
                    places);
        }

        private static Configuration first(Form item, SearchSpace space) {
            var values = SpaceForms.configurationFromForm(item).values();
            var names = space.parameters().stream().map(Parameter::name).toList();
            Fields.of(item).onlyKnown(names);
            values.forEach((name, value) -> Fields.placed(
                    Fields.of(item).require(name),
                    () -> space.find(name).orElseThrow().check(value)));
            return Completion.complete(space, values);
        }

        private void toForm(Map<String, Form> entries) {
            if (!first.isEmpty()) {
                entries.put(
                        "first", Form.of(first.stream().map(SpaceForms::toForm).toList()));
            }
            if (!beliefs.isEmpty()) {
                entries.put("beliefs", KnowledgeForms.beliefsByName(beliefs));
            }
            if (!learnFrom.isEmpty()) {
                entries.put(
                        "learn_from", Form.of(learnFrom.stream().map(Form::of).toList()));
            }
        }
    }

    /** Keeps copies. */
    public StudyFile {
        sought = List.copyOf(sought);
        limits = List.copyOf(limits);
    }

    /**
     * Reads one.
     *
     * @param otherwise the name where the file says none
     * @throws dev.sweetspot.form.InvalidInputException with the place, when something in it cannot be
     */
    public static StudyFile fromForm(Form form, String otherwise) {
        var fields = Fields.of(
                form,
                "study file",
                form instanceof ListForm ? "no - before its entries?" : "space: {x: {type: real, low: 0, high: 1}}?");
        requireValues((MapForm) form);
        fields.onlyKnown(Entries.OF_THE_FILE, Entries.OF_THE_FILE_ELSEWHERE);
        var space = fields.find("space")
                .map(written -> SpaceForms.fromForm(written, fields.list("relations")))
                .orElse(SearchSpace.empty());
        if (fields.find("relations").isPresent()) {
            fields.require("space");
        }
        requireFeasible(space, fields.list("relations"));
        if (fields.find("command").isPresent() && space.parameters().isEmpty()) {
            var given = fields.require("space", "space: {x: {type: real, low: 0, high: 1}}?");
            throw Fields.wrong(given, "space", "{}", "must have a parameter", "{x: {type: real, low: 0, high: 1}}?");
        }
        var subject = Subject.fromForm(form, space);
        var sought = sought(fields);
        if (subject instanceof Subject.Command && sought.isEmpty()) {
            fields.require("objective", "objective: {name: loss}?");
        } else if (subject instanceof Subject.Training) {
            requireNoSource(fields);
        }
        return new StudyFile(
                fields.findText("name").map(name -> named(fields, name)).orElse(otherwise),
                fields.findWhole("seed").orElse(1L),
                space,
                sought,
                fields.list("limits").items().stream()
                        .map(TrialForms::constraintFromForm)
                        .toList(),
                preference(fields, sought),
                fields.find("budget").map(StudyFile::budget).orElseGet(() -> new Budget.AnyOf(List.of())),
                subject,
                Prior.fromForm(fields, space));
    }

    /** An entry with nothing behind it was meant to have something: what belongs to it is not indented, mostly. */
    private static void requireValues(MapForm file) {
        if (file.entries().isEmpty()) {
            throw Fields.wrong(
                    file,
                    "study file",
                    "nothing",
                    "must say what is searched and what is tried",
                    "begin with the first example of docs/guide/any-program.md?");
        }
        file.entries().forEach((name, value) -> {
            if (value instanceof Form.NullForm) {
                throw new InvalidInputException(
                                name,
                                "nothing",
                                "must have a value",
                                "indent the lines that belong to it, or remove it?")
                        .at(file.at(name));
            }
        });
    }

    /** Refuses relations that can never hold together, at the first that makes it so. */
    private static void requireFeasible(SearchSpace space, ListForm written) {
        if (space.relations().isEmpty() || !(Encoding.of(space).feasibility() instanceof Feasibility.Empty)) {
            return;
        }
        var before = SearchSpace.empty();
        for (var dimension : space.dimensions()) {
            before = before.with(dimension);
        }
        for (int i = 0; i < space.relations().size(); i++) {
            before = before.with(space.relations().get(i));
            var soFar = before;
            Fields.placed(written.items().get(i), () -> {
                soFar.requireFeasible();
                return soFar;
            });
        }
    }

    /** A training on data says its values itself. */
    private static void requireNoSource(Fields fields) {
        var objectives = fields.find("objective").map(List::of).orElseGet(() -> fields.list("objectives")
                .items());
        for (var objective : objectives) {
            for (var source : List.of("pattern", "json", "file")) {
                Fields.of(objective).find(source).ifPresent(form -> {
                    throw Fields.wrong(form, "objective", source, "goes with a command only", "remove it?");
                });
            }
        }
    }

    private static String named(Fields fields, String name) {
        if (name.isBlank()) {
            throw Fields.wrong(fields.require("name"), "name", '"' + name + '"', "must not be empty", "my-study?");
        }
        return name;
    }

    private static Budget budget(Form form) {
        var budget = Fields.placed(form, () -> Budget.fromForm(form));
        if (budget instanceof Budget.AnyOf any && any.parts().isEmpty()) {
            throw Fields.wrong(form, "budget", "{}", "must say when to end", "{trials: 40}, or {minutes: 20}?");
        }
        return budget;
    }

    /** {@code weights} alone is short for a preference of that one entry. */
    private static Preference preference(Fields fields, List<Sought> sought) {
        var whole = fields.find("preference");
        var weights = fields.find("weights");
        if (whole.isPresent() && weights.isPresent()) {
            throw Fields.wrong(weights.get(), "weights", "numbers", "must not stand beside preference", "remove one?");
        }
        var objectives = sought.stream().map(Sought::objective).toList();
        return whole.map(form -> PreferenceForms.fromForm(form, objectives))
                .or(() -> weights.map(form -> Fields.placed(
                        form, () -> PreferenceForms.fromForm(Form.of(Map.of("weights", form)), objectives))))
                .orElse(Preference.front());
    }

    private static List<Sought> sought(Fields fields) {
        var one = fields.find("objective");
        var several = fields.find("objectives");
        if (one.isPresent() && several.isPresent()) {
            throw Fields.wrong(several.get(), "objectives", "a list", "must not stand beside objective", "remove one?");
        }
        var written =
                one.map(List::of).orElseGet(() -> fields.list("objectives").items());
        var sought = new ArrayList<Sought>();
        for (var form : written) {
            var next = Sought.fromForm(form);
            var name = next.objective().name();
            if (sought.stream().anyMatch(other -> other.objective().name().equals(name))) {
                throw Fields.wrong(form, "objective", name, "is there twice", "remove one, or give it another name?");
            }
            sought.add(next);
        }
        return sought;
    }

    /** As it is written: {@link #fromForm} gives an equal one. */
    public MapForm toForm() {
        var entries = new LinkedHashMap<String, Form>();
        entries.put("name", Form.of(name));
        entries.put("seed", Form.of(seed));
        if (!space.parameters().isEmpty()) {
            entries.put("space", SpaceForms.toForm(space));
        }
        if (!space.relations().isEmpty()) {
            entries.put("relations", SpaceForms.relationsToForm(space));
        }
        if (sought.size() == 1) {
            entries.put("objective", sought.get(0).toForm());
        } else if (!sought.isEmpty()) {
            entries.put(
                    "objectives", Form.of(sought.stream().map(Sought::toForm).toList()));
        }
        if (!limits.isEmpty()) {
            entries.put(
                    "limits", Form.of(limits.stream().map(TrialForms::toForm).toList()));
        }
        if (!preference.equals(Preference.front())) {
            entries.put("preference", PreferenceForms.toForm(preference));
        }
        prior.toForm(entries);
        var spend = budget.toForm();
        if (!spend.entries().isEmpty()) {
            entries.put("budget", spend);
        }
        entries.putAll(subject.entries());
        return Form.of(entries);
    }

    /** The JSON Schema (draft 2020-12) of the file, as text. */
    public static String schema() {
        try (var stream = Optional.ofNullable(StudyFile.class.getResourceAsStream("study.schema.json"))
                .orElseThrow()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of the study file cannot be read", e);
        }
    }
}

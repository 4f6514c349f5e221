package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.ListForm;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.space.Belief;
import dev.sweetspot.space.Completion;
import dev.sweetspot.space.Configuration;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
                first.add(Fields.placed(
                        item,
                        () -> Completion.complete(
                                space, SpaceForms.configurationFromForm(item).values())));
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

    private static final Set<String> ENTRIES = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(
            "name",
            "seed",
            "space",
            "relations",
            "objective",
            "objectives",
            "limits",
            "preference",
            "weights",
            "first",
            "beliefs",
            "learn_from",
            "budget",
            "command",
            "environment",
            "parameters_file",
            "runs_in",
            "reports",
            "timeout",
            "grace",
            "data",
            "family",
            "model")));

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
        var fields = Fields.of(form).onlyKnown(ENTRIES);
        var space = fields.find("space")
                .map(written -> SpaceForms.fromForm(written, fields.list("relations")))
                .orElse(SearchSpace.empty());
        if (fields.find("relations").isPresent()) {
            fields.require("space");
        }
        var subject = Subject.fromForm(form, space);
        var sought = sought(fields);
        if (subject instanceof Subject.Command) {
            fields.require("space");
            if (sought.isEmpty()) {
                fields.require("objective");
            }
        }
        return new StudyFile(
                fields.findText("name").orElse(otherwise),
                fields.findWhole("seed").orElse(1L),
                space,
                sought,
                fields.list("limits").items().stream()
                        .map(TrialForms::constraintFromForm)
                        .toList(),
                preference(fields, sought),
                fields.find("budget")
                        .map(budget -> Fields.placed(budget, () -> Budget.fromForm(budget)))
                        .orElseGet(() -> new Budget.AnyOf(List.of())),
                subject,
                Prior.fromForm(fields, space));
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
        return written.stream().map(Sought::fromForm).toList();
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

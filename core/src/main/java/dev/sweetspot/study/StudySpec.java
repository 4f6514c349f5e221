package dev.sweetspot.study;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Settings;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.TrialForms;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * All that is settled when a study is made.
 *
 * @param name unique in its store
 * @param seed from which every trial's seeds follow
 * @param space empty for a define-by-run study
 * @param objectives at least one
 * @param constraints limits that trials must keep; may be empty
 * @param fidelity how much of a trial can be run
 * @param budget how much the study may use
 * @param search who proposes and who decides what runs
 * @param first configurations to try before any sampler is asked, in order
 * @param errand what the study is for, in the words of whoever made it: kept, not looked at
 */
public record StudySpec(
        String name,
        long seed,
        SearchSpace space,
        List<Objective> objectives,
        List<Constraint> constraints,
        Fidelity fidelity,
        Budget budget,
        Search search,
        List<Configuration> first,
        MapForm errand) {
    /** Who proposes and who decides what runs. */
    public record Search(Sampler sampler, Scheduler scheduler) {
        private Form samplerForm() {
            return Settings.toForm(sampler.name(), sampler, installed(Samplers.installed(), sampler));
        }

        private Form schedulerForm() {
            return Settings.toForm(scheduler.name(), scheduler, installed(Schedulers.installed(), scheduler));
        }

        /** What comes back by the name alone; one that is not installed has no defaults to differ from. */
        private static <T> T installed(List<T> all, T mine) {
            return all.stream()
                    .filter(each -> each.getClass() == mine.getClass())
                    .findFirst()
                    .orElse(mine);
        }
    }

    /** Keeps copies. */
    public StudySpec {
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
        first = List.copyOf(first);
        if (objectives.isEmpty()) {
            throw new IllegalArgumentException("objectives = []: a study needs at least one");
        }
    }

    /** A study without constraints. */
    public StudySpec(
            String name,
            long seed,
            SearchSpace space,
            List<Objective> objectives,
            Fidelity fidelity,
            Budget budget,
            Search search,
            List<Configuration> first,
            MapForm errand) {
        this(name, seed, space, objectives, List.of(), fidelity, budget, search, first, errand);
    }

    /** The same with these limits. */
    public StudySpec with(List<Constraint> limits) {
        return new StudySpec(name, seed, space, objectives, limits, fidelity, budget, search, first, errand);
    }

    /** As a store keeps it. */
    MapForm toForm() {
        var fidelities = new LinkedHashMap<String, Form>();
        fidelities.put("unit", Form.of(fidelity.unit()));
        fidelities.put("least", Form.of(fidelity.least()));
        fidelities.put("most", Form.of(fidelity.most()));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("seed", Form.of(seed));
        entries.put("space", SpaceForms.toForm(space));
        entries.put("relations", SpaceForms.relationsToForm(space));
        entries.put(
                "objectives",
                Form.of(objectives.stream().map(TrialForms::toForm).toList()));
        entries.put(
                "constraints",
                Form.of(constraints.stream().map(TrialForms::toForm).toList()));
        entries.put("fidelity", Form.of(fidelities));
        entries.put("budget", budget.toForm());
        entries.put("sampler", search.samplerForm());
        entries.put("scheduler", search.schedulerForm());
        entries.put("first", Form.of(first.stream().map(SpaceForms::toForm).toList()));
        entries.put("errand", errand);
        return Form.of(entries);
    }

    static StudySpec fromForm(String name, MapForm form) {
        var fields = Fields.of(form);
        var space = SpaceForms.fromForm(fields.require("space"), fields.list("relations"));
        var fidelities = fields.map("fidelity");
        return new StudySpec(
                name,
                fields.whole("seed"),
                space,
                fields.list("objectives").items().stream()
                        .map(TrialForms::objectiveFromForm)
                        .toList(),
                fields.list("constraints").items().stream()
                        .map(TrialForms::constraintFromForm)
                        .toList(),
                new Fidelity(fidelities.text("unit"), fidelities.number("least"), fidelities.number("most")),
                Budget.fromForm(fields.require("budget")),
                new Search(
                        Settings.fromForm(fields.require("sampler"), Samplers::named),
                        Settings.fromForm(fields.require("scheduler"), Schedulers::named)),
                fields.list("first").items().stream()
                        .map(item -> SpaceForms.configurationFromForm(item, space))
                        .toList(),
                (MapForm) fields.require("errand"));
    }
}

package dev.sweetspot.study;

import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.RepeatPolicies;
import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.DidYouMean;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Settings;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.StudyRecord;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.KnowledgeForms;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.PreferenceForms;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.TrialForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;

/**
 * All that is settled when a study is made.
 *
 * @param name unique in its store
 * @param seed from which every trial's seeds follow
 * @param problem what is sought; its space is empty for a define-by-run study
 * @param budget how much the study may use
 * @param search who proposes and who decides what runs
 * @param knowledge what is known before it begins
 * @param errand what the study is for, in the words of whoever made it: kept, not looked at
 * @param lag by how many runs decisions lag behind, so that the study is the same whoever is first, with any number of
 *     workers: at least 1. Empty where each decision sees all that has happened
 */
public record StudySpec(
        String name,
        long seed,
        Problem problem,
        Budget budget,
        Search search,
        Knowledge knowledge,
        MapForm errand,
        OptionalInt lag) {
    /** The lag that most machines are busy with. */
    public static final int USUAL_LAG = 16;

    private static final int MOST_LAG = 4096;

    /** Refuses what cannot be the same twice. */
    public StudySpec {
        if (lag.isPresent()) {
            if (lag.getAsInt() < 1 || lag.getAsInt() > MOST_LAG) {
                throw new InvalidInputException(
                        "lag", lag.getAsInt(), "must be from 1 to " + MOST_LAG, USUAL_LAG + "?");
            }
            if (budget.byTheClock()) {
                throw new InvalidInputException(
                        "budget",
                        budget.inWords(),
                        "is a matter of the clock, and what a clock decides is not the same twice: a deterministic study "
                                + "needs another",
                        "a number of trials?");
            }
        }
    }

    /** A study whose decisions see all that has happened. */
    public StudySpec(
            String name,
            long seed,
            Problem problem,
            Budget budget,
            Search search,
            Knowledge knowledge,
            MapForm errand) {
        this(name, seed, problem, budget, search, knowledge, errand, OptionalInt.empty());
    }

    /** The same, deterministic: decisions lag behind by so many runs. */
    public StudySpec lagging(int runs) {
        return new StudySpec(name, seed, problem, budget, search, knowledge, errand, OptionalInt.of(runs));
    }

    /**
     * Who proposes, who decides what runs, and who decides what is run again.
     *
     * @param repeats asked when the scheduler would start a new trial, or has nothing left to do
     */
    public record Search(Sampler sampler, Scheduler scheduler, Repeats repeats) {
        /** Nothing is repeated. */
        public Search(Sampler sampler, Scheduler scheduler) {
            this(sampler, scheduler, new NoRepeats());
        }

        /** The same with other repeats. */
        public Search with(Repeats other) {
            return new Search(sampler, scheduler, other);
        }

        private Form repeatsForm() {
            return Settings.toForm(repeats.name(), repeats, installed(RepeatPolicies.installed(), repeats));
        }

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
        this(
                name,
                seed,
                new Problem(space, objectives, List.of(), fidelity),
                budget,
                search,
                Knowledge.of(first),
                errand);
    }

    /** The same with these limits. */
    public StudySpec with(List<Constraint> limits) {
        return new StudySpec(name, seed, problem.with(limits), budget, search, knowledge, errand, lag);
    }

    /** The same with what is preferred among its objectives. */
    public StudySpec with(Preference preference) {
        return new StudySpec(name, seed, problem.with(preference), budget, search, knowledge, errand, lag);
    }

    /** The same with other knowledge. */
    public StudySpec with(Knowledge other) {
        return new StudySpec(name, seed, problem, budget, search, other, errand, lag);
    }

    /** What can be chosen. */
    public SearchSpace space() {
        return problem.space();
    }

    /** At least one. */
    public List<Objective> objectives() {
        return problem.objectives();
    }

    /** Limits that trials must keep; may be empty. */
    public List<Constraint> constraints() {
        return problem.constraints();
    }

    /** What is preferred among several objectives. */
    public Preference preference() {
        return problem.preference();
    }

    /** How much of a trial can be run. */
    public Fidelity fidelity() {
        return problem.fidelity();
    }

    /** Configurations to try before any sampler is asked, in order. */
    public List<Configuration> first() {
        return knowledge.first();
    }

    /** As a store keeps it. */
    MapForm toForm() {
        var fidelities = new LinkedHashMap<String, Form>();
        fidelities.put("unit", Form.of(fidelity().unit()));
        fidelities.put("least", Form.of(fidelity().least()));
        fidelities.put("most", Form.of(fidelity().most()));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("seed", Form.of(seed));
        entries.put("space", SpaceForms.toForm(space()));
        entries.put("relations", SpaceForms.relationsToForm(space()));
        entries.put(
                "objectives",
                Form.of(objectives().stream().map(TrialForms::toForm).toList()));
        entries.put(
                "constraints",
                Form.of(constraints().stream().map(TrialForms::toForm).toList()));
        if (!preference().equals(Preference.front())) {
            entries.put("preference", PreferenceForms.toForm(preference()));
        }
        entries.put("fidelity", Form.of(fidelities));
        entries.put("budget", budget.toForm());
        entries.put("sampler", search.samplerForm());
        entries.put("scheduler", search.schedulerForm());
        if (!(search.repeats() instanceof NoRepeats)) {
            entries.put("repeats", search.repeatsForm());
        }
        entries.put("first", Form.of(first().stream().map(SpaceForms::toForm).toList()));
        if (!knowledge.beliefs().isEmpty()) {
            entries.put("beliefs", KnowledgeForms.beliefsToForm(knowledge.beliefs()));
        }
        if (!knowledge.related().isEmpty()) {
            entries.put("related", KnowledgeForms.relatedToForm(knowledge.related()));
        }
        if (lag.isPresent()) {
            entries.put("lag", Form.of(lag.getAsInt()));
        }
        entries.put("errand", errand);
        return Form.of(entries);
    }

    /** Of a study that is there. */
    static StudySpec of(Store store, String name) {
        return fromForm(name, record(store, name).description());
    }

    /**
     * As the store has it.
     *
     * @throws InvalidInputException when there is none of that name
     */
    static StudyRecord record(Store store, String name) {
        return store.find(name)
                .orElseThrow(
                        () -> new InvalidInputException("study", name, "is not in this store", nearest(store, name)));
    }

    /** Which study of a store may be meant: a store may have hundreds. */
    static String nearest(Store store, String name) {
        var names = store.studies().stream().map(StudyRecord::name).toList();
        return DidYouMean.maybe(name, names, "The command studies lists them.");
    }

    static StudySpec fromForm(String name, MapForm form) {
        var fields = Fields.of(form);
        var space = SpaceForms.fromForm(fields.require("space"), fields.list("relations"));
        var fidelities = fields.map("fidelity");
        var objectives = fields.list("objectives").items().stream()
                .map(TrialForms::objectiveFromForm)
                .toList();
        var problem = new Problem(
                space,
                objectives,
                fields.list("constraints").items().stream()
                        .map(TrialForms::constraintFromForm)
                        .toList(),
                new Fidelity(fidelities.text("unit"), fidelities.number("least"), fidelities.number("most")),
                fields.find("preference")
                        .map(written -> PreferenceForms.fromForm(written, objectives))
                        .orElse(Preference.front()));
        return new StudySpec(
                name,
                fields.whole("seed"),
                problem,
                Budget.fromForm(fields.require("budget")),
                new Search(
                        Settings.fromForm(fields.require("sampler"), Samplers::named),
                        Settings.fromForm(fields.require("scheduler"), Schedulers::named),
                        fields.find("repeats").map(RepeatPolicies::fromForm).orElseGet(NoRepeats::new)),
                new Knowledge(
                        fields.list("first").items().stream()
                                .map(item -> SpaceForms.configurationFromForm(item, space))
                                .toList(),
                        KnowledgeForms.beliefsFromForm(fields.list("beliefs"), space),
                        KnowledgeForms.relatedFromForm(fields.list("related"))),
                (MapForm) fields.require("errand"),
                fields.find("lag").isPresent() ? OptionalInt.of(fields.integer("lag")) : OptionalInt.empty());
    }
}

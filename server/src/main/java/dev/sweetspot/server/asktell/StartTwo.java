package dev.sweetspot.server.asktell;

import dev.sweetspot.choice.RepeatPolicies;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.server.Refusal;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.KnowledgeForms;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.PreferenceForms;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.TrialForms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The start of version 2: a study as a study file writes it, without what is tried. */
public final class StartTwo {
    private final Fields request;
    private final Chosen chosen;

    /**
     * @param chosen who searches, where the start does not say it
     * @throws dev.sweetspot.form.InvalidInputException when it has an entry that nobody knows
     */
    public StartTwo(Fields request, Chosen chosen) {
        this.request = request.onlyKnown(StartEntries.NAMES);
        this.chosen = chosen;
    }

    /** Whether it describes a study, and does not merely name one. */
    boolean describes() {
        return request.find("space").isPresent();
    }

    /** How many trials are meant to run at once: 1 when nothing is said. */
    public int parallelism() {
        int atOnce = request.find("parallelism").isPresent() ? request.integer("parallelism") : 1;
        if (atOnce < 1) {
            throw Fields.wrong(request.require("parallelism"), "parallelism", atOnce, "must be at least 1", "1?");
        }
        return atOnce;
    }

    /**
     * The study that it describes.
     *
     * @throws dev.sweetspot.form.InvalidInputException when something in it cannot be
     */
    public StudySpec spec(String name) {
        var space = SpaceForms.fromForm(request.require("space"), request.list("relations"));
        space.requireFeasible();
        return new StudySpec(
                name,
                request.findWhole("seed").orElse(0L),
                problem(space),
                budget(),
                search(),
                new Knowledge(
                        first(space),
                        request.find("beliefs")
                                .map(form -> KnowledgeForms.beliefsFromForm(form, space))
                                .orElse(List.of()),
                        KnowledgeForms.relatedFromForm(request.list("related"))),
                Form.of(Map.of("command", Form.of("ask-tell"))));
    }

    private Problem problem(SearchSpace space) {
        var objectives = objectives();
        return new Problem(space, objectives, limits(), fidelity(), preference(objectives));
    }

    private Preference preference(List<Objective> objectives) {
        var whole = request.find("preference");
        var weights = request.find("weights");
        if (whole.isPresent() && weights.isPresent()) {
            throw Fields.wrong(weights.get(), "weights", "numbers", "must not stand beside preference", "remove one?");
        }
        return whole.map(form -> PreferenceForms.fromForm(form, objectives))
                .or(() -> weights.map(form -> Fields.placed(
                        form, () -> PreferenceForms.fromForm(Form.of(Map.of("weights", form)), objectives))))
                .orElse(Preference.front());
    }

    /** Where earlier studies lie that are to be learnt from. */
    List<String> learnFrom() {
        return request.list("learn_from").items().stream()
                .map(item -> Fields.of(Form.of(Map.of("learn_from", item))).text("learn_from"))
                .toList();
    }

    private List<Objective> objectives() {
        var one = request.find("objective");
        var several = request.find("objectives");
        if (one.isPresent() == several.isPresent()) {
            throw Fields.wrong(
                    one.orElseGet(() -> request.require("space")),
                    "objective",
                    one.isPresent() ? "beside objectives" : "nothing",
                    "must be there, or objectives in its place",
                    "\"objective\":{\"name\":\"loss\",\"direction\":\"minimize\"}?");
        }
        var objectives = one
                .map(List::of)
                .orElseGet(() -> request.list("objectives").items())
                .stream()
                .map(form -> Fields.placed(form, () -> objective(form)))
                .toList();
        if (objectives.isEmpty()) {
            throw Fields.wrong(request.require("objectives"), "objectives", "[]", "must have at least one", "");
        }
        return objectives;
    }

    private static Objective objective(Form form) {
        Fields.of(form).onlyKnown(Set.of("name", "direction"));
        return TrialForms.objectiveFromForm(form);
    }

    private List<Constraint> limits() {
        return request.list("limits").items().stream()
                .map(form -> Fields.placed(form, () -> TrialForms.constraintFromForm(form)))
                .toList();
    }

    private Fidelity fidelity() {
        if (request.find("epochs").isPresent()) {
            int epochs = request.integer("epochs");
            if (epochs < 1) {
                throw Fields.wrong(request.require("epochs"), "epochs", epochs, "must be at least 1", "50?");
            }
            return Fidelity.epochs(epochs);
        }
        return request.find("fidelity")
                .map(form -> {
                    var fields = Fields.of(form).onlyKnown(Set.of("unit", "least", "most"));
                    double least = fields.findNumber("least").orElse(1.0);
                    double most = fields.number("most");
                    if (!(least > 0 && most >= least && Double.isFinite(most))) {
                        throw Fields.wrong(
                                form, "fidelity", least + " to " + most, "must be a finite range above 0", "1 to 50?");
                    }
                    return new Fidelity(fields.findText("unit").orElse("epochs"), least, most);
                })
                .orElse(Fidelity.WHOLE);
    }

    private Budget budget() {
        return request.find("budget")
                .map(form -> Fields.placed(form, () -> Budget.fromForm(form)))
                .orElseGet(() -> new Budget.AnyOf(List.of()));
    }

    private StudySpec.Search search() {
        var usual = chosen.search();
        return new StudySpec.Search(
                request.find("sampler")
                        .map(form -> Fields.placed(form, () -> Chosen.sampler(form)))
                        .orElse(usual.sampler()),
                request.find("scheduler")
                        .map(form -> Fields.placed(form, () -> Chosen.scheduler(form)))
                        .orElse(usual.scheduler()),
                request.find("repeats").map(RepeatPolicies::fromForm).orElse(usual.repeats()));
    }

    /** The defaults, where a parameter states one; then what was given to begin with. */
    private List<Configuration> first(SearchSpace space) {
        var first = new ArrayList<Configuration>();
        boolean stated = ((MapForm) request.require("space"))
                .entries().values().stream()
                        .anyMatch(parameter -> parameter instanceof MapForm map
                                && map.find("default").isPresent());
        if (stated) {
            Encoding.of(space).defaults().ifPresent(first::add);
        }
        for (var form : request.list("first").items()) {
            first.add(configuration(form, space));
        }
        return first;
    }

    /** A configuration that belongs to the space. */
    static Configuration configuration(Form form, SearchSpace space) {
        return Fields.placed(form, () -> {
            var given = SpaceForms.configurationFromForm(form, space);
            space.check(given);
            return given;
        });
    }

    /** Refuses to go on with a study as if it were another. */
    void requireSame(StudySpec wanted, StudySpec there) {
        var differs = new LinkedHashMap<String, Boolean>();
        differs.put("space", !wanted.space().equals(there.space()));
        differs.put("objectives", !wanted.objectives().equals(there.objectives()));
        differs.put("limits", !wanted.constraints().equals(there.constraints()));
        differs.put(
                "preference",
                (asked("preference") || asked("weights"))
                        && !wanted.preference().equals(there.preference()));
        differs.put("fidelity", !wanted.fidelity().equals(there.fidelity()));
        differs.put("seed", asked("seed") && wanted.seed() != there.seed());
        differs.put("budget", asked("budget") && !wanted.budget().equals(there.budget()));
        differs.put(
                "sampler",
                asked("sampler")
                        && !wanted.search().sampler().equals(there.search().sampler()));
        differs.put(
                "scheduler",
                asked("scheduler")
                        && !wanted.search().scheduler().equals(there.search().scheduler()));
        differs.put(
                "repeats",
                asked("repeats")
                        && !wanted.search().repeats().equals(there.search().repeats()));
        differs.values().removeIf(differing -> !differing);
        if (!differs.isEmpty()) {
            throw Refusal.conflict(
                    "name",
                    there.name(),
                    "is there already, with another " + String.join(", ", differs.keySet()),
                    "another name, or a start without a space to go on with it?");
        }
    }

    private boolean asked(String entry) {
        return request.find(entry).isPresent();
    }

    /** The name that was asked for. */
    public Optional<String> name() {
        return request.findText("name");
    }
}

package dev.sweetspot.workload;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.CategoricalParameter;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The choice among several workloads that measure the same: one parameter says which, and each one's space is a branch
 * under it. So model families meet in one study without knowing each other.
 *
 * <p>A parameter that several of them have with the same definition is one parameter of the whole; where definitions
 * differ, each has its own, with the label before its name: {@code cnn.depth}, {@code mlp.depth}.
 */
public final class OneOf implements Workload {
    /** The name of its provider. */
    public static final String NAME = "one-of";

    private final Map<String, Workload> choices;
    private final Workload first;
    private final CategoricalParameter<String> root;
    private final Branches branches;

    /**
     * A choice.
     *
     * @param parameter the name of the parameter that says which: "family"
     * @param choices at least one, by the label that the parameter has for it; the first is the default
     * @throws InvalidInputException when they do not measure the same, or not in the same parts
     */
    public OneOf(String parameter, Map<String, Workload> choices) {
        if (choices.isEmpty()) {
            throw new InvalidInputException(parameter, "[]", "must have at least one choice", "");
        }
        this.choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        this.first = choices.values().iterator().next();
        this.root = CategoricalParameter.of(parameter, List.copyOf(this.choices.keySet()));
        this.choices.forEach(this::agrees);
        var spaces = new LinkedHashMap<String, SearchSpace>();
        this.choices.forEach((label, workload) -> spaces.put(label, workload.space()));
        this.branches = new Branches(root, spaces);
    }

    private void agrees(String label, Workload workload) {
        if (!workload.objectives().equals(first.objectives())) {
            throw new InvalidInputException(
                    label + " objectives",
                    workload.objectives(),
                    "must be those of " + root.defaultValue() + ", " + first.objectives(),
                    "");
        }
        if (!workload.fidelity().equals(first.fidelity())) {
            throw new InvalidInputException(
                    label + " fidelity",
                    workload.fidelity(),
                    "must be that of " + root.defaultValue() + ", " + first.fidelity(),
                    "");
        }
    }

    /** The parameter that says which. */
    public CategoricalParameter<String> root() {
        return root;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Form.MapForm settings() {
        var nested = new LinkedHashMap<String, Form>();
        choices.forEach((label, workload) -> nested.put(label, Workloads.toForm(workload)));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("parameter", Form.of(root.name()));
        entries.put("choices", Form.of(nested));
        return Form.of(entries);
    }

    @Override
    public SearchSpace space() {
        return branches.space();
    }

    @Override
    public List<Objective> objectives() {
        return first.objectives();
    }

    /** Those of all choices; what a choice does not measure, it cannot break. */
    @Override
    public List<Constraint> constraints() {
        return choices.values().stream()
                .flatMap(workload -> workload.constraints().stream())
                .distinct()
                .toList();
    }

    @Override
    public Fidelity fidelity() {
        return first.fidelity();
    }

    /** That of the choices that have one; where they differ, each follows its own settings. */
    @Override
    public String numericMode() {
        var modes = choices.values().stream()
                .map(Workload::numericMode)
                .filter(mode -> !mode.isEmpty())
                .distinct()
                .toList();
        return modes.size() == 1 ? modes.get(0) : "";
    }

    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        var label = configuration.get(root);
        return chosen(label).predict(constraint, branches.inside(label, configuration));
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        var label = run.configuration().get(root);
        return chosen(label).run(new Inside(run, label, branches));
    }

    private Workload chosen(String label) {
        var workload = choices.get(label);
        if (workload == null) {
            throw new InvalidInputException(root.name(), label, "must be " + root.rangeInWords(), "");
        }
        return workload;
    }

    /** A run as the chosen workload sees it: with its own names. */
    private static final class Inside extends ForwardingRun {
        private final String label;
        private final Branches branches;

        Inside(TrialRun run, String label, Branches branches) {
            super(run);
            this.label = label;
            this.branches = branches;
        }

        @Override
        public Configuration configuration() {
            return branches.inside(label, run().configuration());
        }

        @Override
        public <T> T suggest(Parameter<T> parameter) {
            return run().suggest(branches.outside(label, parameter));
        }
    }
}

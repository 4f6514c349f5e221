package dev.sweetspot.data.learner;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.ForwardingRun;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workloads;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * The choice among several learners on the same data, so that networks and other models meet in one study without knowing
 * each other: one parameter, the family, says which, and the families of all stand side by side in it.
 */
public final class OneOfLearners implements Learner {
    /** What it is called where studies are kept. */
    public static final String WORKLOAD = "one-of-learners";

    /** The name of the parameter that chooses, in each of them and in the whole. */
    public static final String ROOT = "family";

    private final Map<String, Learner> learners;
    private final Learner first;
    private final FamilySpaces spaces;

    /**
     * A choice.
     *
     * @param learners at least one, by a label that stands before the names of parameters that several have; the first family
     *     of the first one is the default
     * @throws InvalidInputException when they are not of the same data, measure other things, or not in the same parts
     */
    public OneOfLearners(Map<String, Learner> learners) {
        if (learners.isEmpty()) {
            throw new InvalidInputException(ROOT, "[]", "must have at least one choice", "");
        }
        this.learners = Collections.unmodifiableMap(new LinkedHashMap<>(learners));
        this.first = learners.values().iterator().next();
        this.learners.forEach((label, learner) -> {
            agrees(label, "objectives", learner.objectives(), first.objectives());
            agrees(label, "fidelity", learner.fidelity(), first.fidelity());
            agrees(label, "data", learner.data().hash(), first.data().hash());
            agrees(label, "parts", learner.parts(), first.parts());
        });
        var each = new LinkedHashMap<String, SearchSpace>();
        this.learners.forEach((label, learner) -> each.put(label, learner.space()));
        this.spaces = new FamilySpaces(ROOT, each);
    }

    private static void agrees(String label, String what, Object own, Object wanted) {
        if (!own.equals(wanted)) {
            throw new InvalidInputException(label + " " + what, own, "must be those of the others, " + wanted, "");
        }
    }

    /** Those among which it chooses, by label. */
    public Map<String, Learner> learners() {
        return learners;
    }

    /** The one that a configuration is for. */
    public Learner chosen(Configuration configuration) {
        return learner(spaces.label(configuration));
    }

    /** A configuration as the learner that it is for knows it. */
    public Configuration inside(Configuration configuration) {
        return spaces.inside(configuration);
    }

    private Learner learner(String label) {
        var learner = learners.get(label);
        if (learner == null) {
            throw new IllegalArgumentException("no learner " + label);
        }
        return learner;
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public Form.MapForm settings() {
        var nested = new LinkedHashMap<String, Form>();
        learners.forEach((label, learner) -> nested.put(label, Workloads.toForm(learner)));
        return Form.of(Map.of("learners", Form.of(nested)));
    }

    @Override
    public SearchSpace space() {
        return spaces.joined();
    }

    @Override
    public List<Objective> objectives() {
        return first.objectives();
    }

    /** Those of all; what a learner cannot predict, it cannot break before it runs. */
    @Override
    public List<Constraint> constraints() {
        return learners.values().stream()
                .flatMap(learner -> learner.constraints().stream())
                .distinct()
                .toList();
    }

    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        return chosen(configuration).predict(constraint, inside(configuration));
    }

    /** That of the learners that have one; where they differ, each follows its own settings. */
    @Override
    public String numericMode() {
        var modes = learners.values().stream()
                .map(Learner::numericMode)
                .filter(mode -> !mode.isEmpty())
                .distinct()
                .toList();
        return modes.size() == 1 ? modes.get(0) : "";
    }

    @Override
    public Fidelity fidelity() {
        return first.fidelity();
    }

    @Override
    public void prepare() throws InterruptedException {
        for (var learner : learners.values()) {
            learner.prepare();
        }
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        var label = spaces.label(run.configuration());
        return learner(label).run(new Inside(run, label, spaces));
    }

    @Override
    public DataSet data() {
        return first.data();
    }

    @Override
    public Parts parts() {
        return first.parts();
    }

    @Override
    public String inWords(Configuration configuration) {
        return chosen(configuration).inWords(inside(configuration));
    }

    @Override
    public double workOfLastEpoch(Configuration configuration) {
        return chosen(configuration).workOfLastEpoch(inside(configuration));
    }

    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace)
            throws TrialFailure, InterruptedException {
        return chosen(configuration).fit(inside(configuration), seed, threads, pace);
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        return chosen(configuration).repeat(inside(configuration), seed, threads, course, progress);
    }

    /** A run as the chosen learner sees it: with its own names. */
    private static final class Inside extends ForwardingRun {
        private final String label;
        private final FamilySpaces spaces;

        Inside(TrialRun run, String label, FamilySpaces spaces) {
            super(run);
            this.label = label;
            this.spaces = spaces;
        }

        @Override
        public Configuration configuration() {
            return spaces.inside(run().configuration());
        }

        @Override
        public <T> T suggest(Parameter<T> parameter) {
            return run().suggest(spaces.outside(label, parameter));
        }
    }
}

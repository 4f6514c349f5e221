package dev.sweetspot.data.learner;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.source.DataSource;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Form.TextForm;
import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.RealParameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Learns nothing: what it measures follows from its parameters. Of each family one parameter, and one of all of them. */
final class FakeLearner implements Learner {
    static final RealParameter RATE = Parameter.real("rate", 0, 1);

    private final List<String> families;
    private final Divided data;

    FakeLearner(List<String> families, Divided data) {
        this.families = List.copyOf(families);
        this.data = data;
    }

    Divided divided() {
        return data;
    }

    @Override
    public String name() {
        return "fake-learner";
    }

    @Override
    public MapForm settings() {
        return Form.of(Map.of(
                "families", Form.of(families.stream().map(Form::of).toList()),
                "data", data.source().orElseThrow().toForm()));
    }

    @Override
    public SearchSpace space() {
        var root = Parameter.categorical("family", families.toArray(String[]::new));
        var space = SearchSpace.of(root).with(RATE);
        for (var family : families) {
            space = space.with(Parameter.real(family + "_depth", 0, 1), Condition.when(root, family));
        }
        return space;
    }

    @Override
    public List<Objective> objectives() {
        return List.of(Objective.minimize("loss"));
    }

    @Override
    public Fidelity fidelity() {
        return Fidelity.folds(3);
    }

    @Override
    public Measurements run(TrialRun run) {
        space().check(run.configuration());
        var loss = Measurements.of("loss", run.configuration().get(RATE));
        for (int fold = (int) run.from() + 1; fold <= run.target(); fold++) {
            if (run.report(fold, loss) == TrialRun.Answer.END) {
                break;
            }
        }
        return loss;
    }

    @Override
    public DataSet data() {
        return data.loaded().set();
    }

    @Override
    public Parts parts() {
        return data.partition().parts();
    }

    @Override
    public String inWords(Configuration configuration) {
        return "A " + configuration.values().get("family") + " of " + configuration.get(RATE) + ".";
    }

    @Override
    public double workOfLastEpoch(Configuration configuration) {
        return families.size();
    }

    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace) throws TrialFailure {
        throw new UnsupportedOperationException(inWords(configuration));
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress) {
        throw new UnsupportedOperationException(inWords(configuration));
    }

    /** Makes them. */
    public static final class Provider implements LearnerProvider {
        @Override
        public String name() {
            return "fake-learner";
        }

        @Override
        public DataSource source(MapForm settings) {
            return DataSource.fromForm(Fields.of(settings).map("data"));
        }

        @Override
        public Learner make(MapForm settings, Divided data) {
            return new FakeLearner(
                    Fields.of(settings).list("families").items().stream()
                            .map(item -> ((TextForm) item).value())
                            .toList(),
                    data);
        }
    }
}

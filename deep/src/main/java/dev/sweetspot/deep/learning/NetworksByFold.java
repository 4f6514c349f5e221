package dev.sweetspot.deep.learning;

import dev.sweetspot.data.DataSet;
import dev.sweetspot.data.Parts;
import dev.sweetspot.data.learner.Course;
import dev.sweetspot.data.learner.Fitted;
import dev.sweetspot.data.learner.FoldsSoFar;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.deep.space.EnsembleParameters;
import dev.sweetspot.form.Form;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/**
 * The same networks, fold after fold: each fold of a trial is a training from nothing through all of its epochs, so that the
 * fidelity is folds and networks can share a study with models that know no epochs. A trial can be put aside between folds.
 */
public final class NetworksByFold implements Learner {
    /** What it is called where studies are kept. */
    public static final String WORKLOAD = "networks-by-fold";

    private final NetworkLearning learning;

    /** @param learning whose epochs are those of each fold */
    public NetworksByFold(NetworkLearning learning) {
        this.learning = learning;
    }

    /** What is trained, with its epochs. */
    public NetworkLearning learning() {
        return learning;
    }

    @Override
    public String name() {
        return WORKLOAD;
    }

    @Override
    public Form.MapForm settings() {
        return learning.settings();
    }

    @Override
    public SearchSpace space() {
        return learning.space();
    }

    @Override
    public List<Objective> objectives() {
        return learning.objectives();
    }

    @Override
    public List<Constraint> constraints() {
        return learning.constraints();
    }

    /** One unit a fold of a repeat. */
    @Override
    public Fidelity fidelity() {
        return Fidelity.folds(learning.split().partition().folds().size());
    }

    @Override
    public String numericMode() {
        return learning.numericMode();
    }

    /** As {@link NetworkLearning#predict}, for one training at a time. */
    @Override
    public OptionalDouble predict(String constraint, Configuration configuration) {
        return learning.onFold(0).predict(constraint, configuration);
    }

    @Override
    public DataSet data() {
        return learning.data();
    }

    @Override
    public Parts parts() {
        return learning.parts();
    }

    @Override
    public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
        var soFar = begun(run);
        while (soFar.count() < Math.min(fidelity().most(), run.target())) {
            var fold = new FoldRun(run, soFar.count(), learning.fidelity().most());
            fold.requireTime();
            var measured = learning.runFold(soFar.count(), fold);
            fold.requireWhole();
            soFar = soFar.and(measured);
            var now = soFar;
            var names = objectives().stream().map(Objective::name).toList();
            if (run.report(now.count(), now.report(names), now::write) == TrialRun.Answer.END) {
                break;
            }
        }
        return soFar.mean();
    }

    private FoldsSoFar begun(TrialRun run) throws TrialFailure {
        var none = FoldsSoFar.none(learning.split().partition());
        try {
            var checkpoint = run.checkpoint();
            return checkpoint.isPresent() ? none.read(checkpoint.get()) : none;
        } catch (IOException e) {
            throw new TrialFailure(Outcome.Cause.ERROR, "the checkpoint cannot be read (" + e.getMessage() + ")");
        }
    }

    @Override
    public String inWords(Configuration configuration) {
        return learning.inWords(configuration);
    }

    /** The last training is one more, of a few more items, and perhaps of several networks. */
    @Override
    public double workOfLastEpoch(Configuration configuration) {
        var partition = learning.split().partition();
        double ofFold = partition.looks() / (double) partition.folds().size();
        int last = parts().trainingAndValidation().length * EnsembleParameters.of(configuration);
        return last / Math.max(1, ofFold);
    }

    /** A pace of one is all epochs of a fold. */
    @Override
    public Fitted fit(Configuration configuration, long seed, int threads, Pace pace)
            throws TrialFailure, InterruptedException {
        double epochs = learning.fidelity().most();
        return learning.fit(
                configuration,
                seed,
                threads,
                new Pace(
                        epochs * pace.epochs(),
                        epochs * pace.stop(),
                        pace.deadline(),
                        (done, planned) -> pace.progress().accept(done / epochs, planned / epochs)));
    }

    @Override
    public Fitted repeat(
            Configuration configuration, long seed, int threads, Course course, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        return learning.repeat(configuration, seed, threads, course, progress);
    }
}

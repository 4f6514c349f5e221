package dev.sweetspot.job;

import dev.sweetspot.choice.Choice;
import dev.sweetspot.choice.Contender;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.learner.Pace;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialFailure;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;

/** The last training of one configuration that a person chose: on all but the test part, where it is measured once. */
public final class LastTraining {
    private LastTraining() {}

    /**
     * Trains and measures.
     *
     * @param trial of the configuration, which ran to its end: it says how many epochs are good
     * @param threads how many the training may use
     * @param progress told of each epoch: how many are done, of how many planned
     * @return the result, with nothing to compare it with; whoever has it closes it
     * @throws InterruptedException when the thread was interrupted
     */
    public static TuneResult of(
            Study study, Trial trial, Learner learner, int threads, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        var spec = study.spec();
        var objective = spec.objectives().get(0);
        var fidelity = spec.fidelity();
        var length = Length.of(trial, objective, fidelity, fidelity.most());
        long seed = Seeds.of(spec.seed(), Integer.MAX_VALUE, Seeds.Purpose.TRIAL);
        var model = learner.fit(
                trial.configuration(),
                seed,
                threads,
                new Pace(length.planned(), length.stop(), Long.MAX_VALUE, progress));
        try {
            int[] test = learner.parts().test();
            var predictions = model.predict(test);
            double value = trial.value(objective.name()).orElse(Double.NaN);
            return new TuneResult(
                    study.refresh(),
                    new Choice(
                            List.of(new Contender(List.of(trial), value, value, OptionalDouble.empty())),
                            Choice.Luck.UNKNOWN,
                            "Trial " + trial.number() + " was chosen by hand."),
                    new Measured(
                            trial.configuration(),
                            model,
                            predictions,
                            Report.of(predictions, learner.data().task(), test)),
                    new Standard.Missing("this one was trained by hand, and no other"));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }
}

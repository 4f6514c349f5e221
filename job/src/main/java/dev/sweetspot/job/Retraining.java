package dev.sweetspot.job;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.metric.Report;
import dev.sweetspot.workload.TrialFailure;
import java.util.function.BiConsumer;

/** Trains the model of a bundle again, by the same plan, and measures it on the same test part. */
public final class Retraining {
    private Retraining() {}

    /**
     * Trains and measures.
     *
     * @param learner of {@link Bundle#learner}
     * @param threads how many threads it may use: only with as many as before do all bits agree
     * @param progress told of each epoch: how many are done, of how many planned
     * @return the model; whoever has it closes it
     * @throws InterruptedException when the thread was interrupted
     */
    public static Measured run(Bundle bundle, Learner learner, int threads, BiConsumer<Double, Double> progress)
            throws TrialFailure, InterruptedException {
        var configuration = bundle.configuration(learner);
        var model = learner.repeat(
                configuration, bundle.run().seed(), threads, bundle.run().course(), progress);
        try {
            int[] test = learner.parts().test();
            var predictions = model.predict(test);
            return new Measured(
                    configuration,
                    model,
                    predictions,
                    Report.of(predictions, learner.data().task(), test));
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }
}

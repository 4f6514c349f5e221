package dev.sweetspot.examples;

import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.schedulers.MedianRule;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Optimization;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialRun.Answer;
import java.time.Clock;

/** A function that reports on the way, so that hopeless trials are stopped before their end. */
public final class StopEarly {
    private StopEarly() {}

    /** Prints how many of forty trials ran to their end. */
    public static void main(String[] arguments) throws InterruptedException {
        var rate = Parameter.real("learning_rate", 1e-4, 1).logarithmic();

        var study = Optimization.of(Objective.minimize("loss"), trial -> {
                    double speed = trial.suggest(rate);
                    double loss = 1;
                    for (int epoch = 1; epoch <= 20; epoch++) {
                        loss *= 1 - 0.5 * speed;
                        if (trial.report(epoch, Measurements.of("loss", loss)) == Answer.END) {
                            break;
                        }
                    }
                    return loss;
                })
                .with(Fidelity.epochs(20))
                .with(new StudySpec.Search(new RandomSearch(), new MedianRule()))
                .study(new Budget.Trials(40), Clock.systemUTC());

        System.out.println(
                study.history().completed().count() + " of " + study.history().size() + " ran to their end");
    }
}

package dev.sweetspot.job;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.executor.Executor;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.Workload;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * The trials of a job in workers that this process places. When the end of the search comes, the trial that would win says
 * how long training it again takes; where that is much less than was kept for it, the search goes on.
 *
 * @param tried what runs the trials; gives the same results as the learner
 */
record SearchHere(Study study, Artifacts artifacts, Learner learner, Workload tried, Executor executor)
        implements Searching {
    @Override
    public Optional<String> search(TunePlan plan, Consumer<TuneEvent> listener) throws InterruptedException {
        study.onEvent(event -> listener.accept(new TuneEvent.Trial(event)));
        var now = plan;
        while (true) {
            var ending = round(now, listener);
            var longer = ending.isPresent() ? Optional.<TunePlan>empty() : longer(now);
            if (longer.isEmpty()) {
                return ending;
            }
            now = longer.get();
            listener.accept(new TuneEvent.Noticed(String.format(
                    Locale.ROOT,
                    "Training the best so far again takes less time than was kept for it: the search goes on for %.0f s.",
                    (now.timetable().searchEnd() - System.nanoTime()) / 1e9)));
        }
    }

    private Optional<String> round(TunePlan plan, Consumer<TuneEvent> listener) throws InterruptedException {
        var runner = new StudyRunner(study, artifacts, tried, plan.scratch());
        runner.onNotice(sentence -> listener.accept(new TuneEvent.Noticed(sentence)));
        runner.onGlimpse(glimpse -> listener.accept(new TuneEvent.Glimpsed(glimpse)));
        runner.run(
                executor,
                new RunPlan(
                                plan.worker(),
                                plan.workers(),
                                plan.threads().trial(),
                                plan.timetable().searchEnd(),
                                TunePlan.CHECKPOINT_EVERY)
                        .limiting(plan.trialLimit()));
        return runner.ending();
    }

    /** The plan of a search that goes on; empty where the time is needed for the last trainings, or nothing is known of them. */
    private Optional<TunePlan> longer(TunePlan plan) {
        if (!plan.timetable().limited() || study.refresh().standing() != Standing.OPEN) {
            return Optional.empty();
        }
        var seconds = lastTrainingSeconds(plan);
        return seconds.isEmpty()
                ? Optional.empty()
                : plan.timetable()
                        .prolonged(System.nanoTime(), seconds.getAsDouble())
                        .map(plan::at);
    }

    /** How long training whoever would win now takes, and the default beside it: the longer of both. */
    private OptionalDouble lastTrainingSeconds(TunePlan plan) {
        var history = study.settled();
        return Winner.among(study.spec().problem(), history)
                .map(choice -> DoubleStream.of(seconds(choice.chosen().trial(), plan), seconds(history.trial(0), plan))
                        .max())
                .orElse(OptionalDouble.empty());
    }

    /** At the pace of its trial, as long as {@link Length} lets it; 0 where its trial told nothing. */
    private double seconds(Trial trial, TunePlan plan) {
        double reached = trial.curve().reached();
        if (reached <= 0) {
            return 0;
        }
        var fidelity = study.spec().fidelity();
        var objective = study.spec().problem().objectives().get(0);
        double epochs = Length.of(trial, objective, fidelity, Length.most(fidelity.most()))
                .stop();
        // More threads are not always quicker; fewer are slower.
        double threads =
                Math.max(1, plan.threads().trial() / (double) plan.threads().fit());
        return trial.seconds() / reached * epochs * threads * learner.workOfLastEpoch(trial.configuration());
    }
}

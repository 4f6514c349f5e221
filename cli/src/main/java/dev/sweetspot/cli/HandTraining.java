package dev.sweetspot.cli;

import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/** Trainings by hand: each is a trial of the study of its data, so that they can be compared. */
final class HandTraining {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    private final Study study;
    private final OutputOptions output;
    private final Optional<Path> from;
    private final ConcurrentSkipListSet<Integer> ended = new ConcurrentSkipListSet<>();

    /** @param from the state that it goes on from; empty to begin at the beginning */
    HandTraining(Study study, OutputOptions output, Optional<Path> from) {
        this.study = study;
        this.output = output;
        this.from = from;
    }

    /** Whether there is nothing left to train. */
    boolean ended() {
        var history = study.history();
        return history.size() > 0 && history.finished().count() == history.size();
    }

    /**
     * Trains one more, and says how good it is; where it came to its end its result is written.
     *
     * @param result where that goes; empty where nothing is written but the trial
     * @return the exit code
     */
    int train(
            Configuration configuration, Learner learner, StoreOptions stores, int threads, Optional<HandResult> result)
            throws InterruptedException, TrialFailure, IOException {
        return run(learner, stores, threads, result, runner -> runner.run(configuration, plan(threads)));
    }

    /** Goes on with those that were interrupted, and says the same of the last one of them. */
    int goOn(Learner learner, StoreOptions stores, int threads, Optional<HandResult> result)
            throws InterruptedException, TrialFailure, IOException {
        return run(learner, stores, threads, result, runner -> {
            runner.run(new ThreadExecutor(), plan(threads));
            return ended.isEmpty() ? study.refresh().size() - 1 : ended.last();
        });
    }

    private interface Work {
        /** @return the number of the trial that counts */
        int run(StudyRunner runner) throws InterruptedException;
    }

    private int run(Learner learner, StoreOptions stores, int threads, Optional<HandResult> result, Work work)
            throws InterruptedException, TrialFailure, IOException {
        var resume = "sweetspot resume " + study.spec().name() + stores.asFlag()
                + result.map(HandResult::asFlag).orElse("");
        try (var interrupt = Interrupt.watch(resume)) {
            assert interrupt != null;
            var state = result.map(HandResult::state);
            int number = watched(Continued.of(learner, from, state), stores, work);
            boolean whole = study.refresh().trial(number).outcome().orElse(null) instanceof Outcome.Completed;
            var written = whole && result.isPresent()
                    ? result.get().write(study, number, learner, threads, output)
                    : HandResult.Written.NOTHING;
            int code = say(number, written.entries());
            written.lines().forEach(output::say);
            return code;
        }
    }

    private int watched(Workload learner, StoreOptions stores, Work work) throws InterruptedException {
        var runner = new StudyRunner(study, stores.artifacts(study), learner, stores.scratch());
        try (var view = new TuneView(study, Timetable.ENDLESS, output)) {
            runner.onGlimpse(glimpse -> view.show(new TuneEvent.Glimpsed(glimpse)));
            study.onEvent(event -> {
                if (event instanceof Event.Finished finished) {
                    ended.add(finished.trial());
                }
                view.show(new TuneEvent.Trial(event));
            });
            return work.run(runner);
        }
    }

    private static RunPlan plan(int threads) {
        return new RunPlan(WorkerName.unique(), 1, threads, Long.MAX_VALUE, CHECKPOINT_EVERY);
    }

    /** Says how good the latest one is; returns the exit code. */
    int sayLast() {
        return say(study.refresh().size() - 1, Map.of());
    }

    /** @param more what programs are told beside */
    private int say(int number, Map<String, Form> more) {
        var trial = study.refresh().trial(number);
        if (trial.outcome().isEmpty()) {
            output.say("Trial " + number + " of " + study.spec().name()
                    + " is in the hands of another process; to look at it: sweetspot trials "
                    + study.spec().name());
            return 1;
        }
        var outcome = trial.outcome().get();
        if (!(outcome instanceof Outcome.Completed completed)) {
            output.say(outcome instanceof Outcome.Failed failed ? failed.message() : outcome.word());
            return 1;
        }
        completed
                .values()
                .values()
                .forEach((name, value) -> output.say(String.format(Locale.ROOT, "%-20s %.4f", name, value)));
        output.progress("Trial " + number + " of " + study.spec().name() + "; to compare: sweetspot trials "
                + study.spec().name());
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("trial", Form.of(number));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        entries.put("validation", TrialForms.toForm(completed.values()));
        entries.putAll(more);
        output.result(Form.of(entries));
        return 0;
    }
}

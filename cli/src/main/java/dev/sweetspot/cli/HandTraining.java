package dev.sweetspot.cli;

import dev.sweetspot.deep.family.ImageClassification;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;

/** One training by hand: runs the one trial of its study, or goes on with it, and says how good it is. */
final class HandTraining {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    private final Study study;
    private final OutputOptions output;

    HandTraining(Study study, OutputOptions output) {
        this.study = study;
        this.output = output;
    }

    /** Whether there is nothing left to train. */
    boolean ended() {
        var history = study.history();
        return history.size() > 0 && history.trial(0).outcome().isPresent();
    }

    void run(ImageClassification learner, StoreOptions stores, int threads) throws InterruptedException {
        var runner = new StudyRunner(study, stores.artifacts(), learner, stores.scratch());
        try (var interrupt = Interrupt.watch("sweetspot resume " + study.spec().name() + stores.asFlag());
                var view = new TuneView(study, Timetable.ENDLESS, output)) {
            assert interrupt != null;
            study.onEvent(event -> view.show(new TuneEvent.Trial(event)));
            runner.run(
                    new ThreadExecutor(),
                    new RunPlan(TuneSession.workerName(), 1, threads, Long.MAX_VALUE, CHECKPOINT_EVERY));
        }
    }

    /** @return the exit code */
    int say() {
        var trial = study.refresh().trial(0);
        var outcome = trial.outcome().orElseThrow();
        if (!(outcome instanceof Outcome.Completed completed)) {
            output.say(outcome instanceof Outcome.Failed failed ? failed.message() : outcome.word());
            return 1;
        }
        completed
                .values()
                .values()
                .forEach((name, value) -> output.say(String.format(Locale.ROOT, "%-20s %.4f", name, value)));
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(study.spec().name()));
        entries.put("configuration", SpaceForms.toForm(trial.configuration()));
        entries.put("validation", TrialForms.toForm(completed.values()));
        output.result(Form.of(entries));
        return 0;
    }
}

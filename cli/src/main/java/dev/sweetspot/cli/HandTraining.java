package dev.sweetspot.cli;

import dev.sweetspot.data.Skipped;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.LastTraining;
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
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Trainings by hand: each is a trial of the study of its data, so that they can be compared. */
final class HandTraining {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    private final Study study;
    private final OutputOptions output;
    private final ConcurrentSkipListSet<Integer> ended = new ConcurrentSkipListSet<>();

    HandTraining(Study study, OutputOptions output) {
        this.study = study;
        this.output = output;
    }

    /** Whether there is nothing left to train. */
    boolean ended() {
        var history = study.history();
        return history.size() > 0 && history.finished().count() == history.size();
    }

    /** Trains one more, and says how good it is; returns the exit code. */
    int train(Configuration configuration, NetworkLearning learner, StoreOptions stores, int threads)
            throws InterruptedException {
        return watched(learner, stores, runner -> say(runner.run(configuration, plan(threads))));
    }

    /**
     * The same, and where it came to its end it is trained once more, on all but the test part, and written.
     *
     * @param folder where the model and what belongs to it goes
     */
    int train(
            Configuration configuration,
            NetworkLearning learner,
            StoreOptions stores,
            int threads,
            TuneFolder folder,
            List<Skipped> skipped)
            throws InterruptedException, TrialFailure, IOException {
        var number = new AtomicInteger();
        int code = watched(learner, stores, runner -> {
            number.set(runner.run(configuration, plan(threads)));
            var outcome = study.refresh().trial(number.get()).outcome();
            return outcome.orElse(null) instanceof Outcome.Completed ? 0 : say(number.get());
        });
        if (code != 0) {
            return code;
        }
        output.progress("Training it on the training and validation part");
        try (var result = LastTraining.of(
                study, study.refresh().trial(number.get()), learner, threads, new EpochLines(output)::at)) {
            double seconds = (System.nanoTime() - Main.BEGIN) / 1e9;
            var report = TuneForms.result(study.spec(), result, skipped, folder.model(), seconds);
            folder.write(study.spec(), learner, result, report, List.of());
            var test = result.winner().test();
            var more = new LinkedHashMap<String, Form>();
            more.put("test", ReportForms.toForm(test));
            Averaged.members(result.winner()).ifPresent(count -> more.put("members", Form.of(count)));
            more.put("model", Form.of(folder.model().toString()));
            say(number.get(), more);
            output.say(String.format(
                    Locale.ROOT,
                    "On the test part its %s%s is %.4f.",
                    test.leading().inWords(),
                    Averaged.inWords(result.winner()),
                    test.leading().value()));
            output.say("Everything is in " + folder.path() + "; README.txt there says what each file is.");
            return 0;
        }
    }

    /** Goes on with those that were interrupted, and says how good the last one of them is; returns the exit code. */
    int goOn(NetworkLearning learner, StoreOptions stores, int threads) throws InterruptedException {
        return watched(learner, stores, runner -> {
            runner.run(new ThreadExecutor(), plan(threads));
            return ended.isEmpty() ? sayLast() : say(ended.last());
        });
    }

    private interface Work {
        int run(StudyRunner runner) throws InterruptedException;
    }

    private int watched(NetworkLearning learner, StoreOptions stores, Work work) throws InterruptedException {
        var runner = new StudyRunner(study, stores.artifacts(study), learner, stores.scratch());
        try (var interrupt = Interrupt.watch("sweetspot resume " + study.spec().name() + stores.asFlag())) {
            assert interrupt != null;
            try (var view = new TuneView(study, Timetable.ENDLESS, output)) {
                study.onEvent(event -> {
                    if (event instanceof Event.Finished finished) {
                        ended.add(finished.trial());
                    }
                    view.show(new TuneEvent.Trial(event));
                });
                return work.run(runner);
            }
        }
    }

    private static RunPlan plan(int threads) {
        return new RunPlan(WorkerName.unique(), 1, threads, Long.MAX_VALUE, CHECKPOINT_EVERY);
    }

    /** Says how good the latest one is; returns the exit code. */
    int sayLast() {
        return say(study.refresh().size() - 1);
    }

    private int say(int number) {
        return say(number, Map.of());
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

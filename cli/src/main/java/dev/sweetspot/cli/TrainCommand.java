package dev.sweetspot.cli;

import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.ImageClassification;
import dev.sweetspot.deep.family.ImageSpace;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.job.Timetable;
import dev.sweetspot.job.TuneEvent;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SpaceForms;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.TrialForms;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sweetspot train DATA}: one training by hand, kept as a trial. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description =
                "Trains one configuration by hand and says how good it is on the validation images. It is kept as a "
                        + "study of one trial.",
        footer = {"", "Example: sweetspot train samples/blood-cells --set learning_rate=0.01 --set epochs=10"})
final class TrainCommand implements Callable<Integer> {
    private static final int EPOCHS = 20;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        var epochs = Fidelity.epochs(data.epochs().orElse(EPOCHS));
        data.fix(Manual.space(), Manual.space());
        var loading = Native.loadInBackground();
        var loaded = data.load(output);
        var parts = new Splitter()
                .split(loaded.set(), loaded.given(), Seeds.generator(Seeds.of(data.seed(), 0, Seeds.Purpose.SPLIT)));
        output.progress("Data: " + loaded.set() + "; " + parts);
        var whole =
                ImageSpace.of(ImageSpace.families(data.families()), ImageClassification.sizeOf(loaded.set(), parts));
        var space = data.fix(whole, whole);
        loading.join();
        var learner = new ImageClassification(loaded.set(), parts, space, epochs, Precision.automatic());
        var name = "by-hand-"
                + LocalDateTime.now(Clock.system(ZoneId.systemDefault()))
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
        var spec = new StudySpec(
                name,
                data.seed(),
                space,
                learner.objectives(),
                epochs,
                new Budget.Trials(1),
                new StudySpec.Search(Samplers.named("random"), Schedulers.named("none")),
                List.of(Encoding.of(space).defaults().orElseThrow()),
                data.toForm(loaded.set().hash()));
        try (var store = stores.open()) {
            var study = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            var view = new TuneView(study, Timetable.ENDLESS, output);
            study.onEvent(event -> view.show(new TuneEvent.Trial(event)));
            new StudyRunner(study, stores.artifacts(), learner, stores.scratch())
                    .run(
                            new ThreadExecutor(),
                            new RunPlan(
                                    TuneSession.workerName(), 1, data.cores(), Long.MAX_VALUE, Duration.ofSeconds(2)));
            return say(study);
        }
    }

    private int say(Study study) {
        var trial = study.history().trial(0);
        var outcome = trial.outcome().orElseThrow();
        if (outcome instanceof Outcome.Completed completed) {
            completed.values().values().forEach((name, value) -> output.say(String.format("%-20s %.4f", name, value)));
            var entries = new LinkedHashMap<String, Form>();
            entries.put("study", Form.of(study.spec().name()));
            entries.put("configuration", SpaceForms.toForm(trial.configuration()));
            entries.put("validation", TrialForms.toForm(completed.values()));
            output.result(Form.of(entries));
            return 0;
        }
        output.say(outcome instanceof Outcome.Failed failed ? failed.message() : outcome.word());
        return 1;
    }
}

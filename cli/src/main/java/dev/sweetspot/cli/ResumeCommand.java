package dev.sweetspot.cli;

import dev.sweetspot.data.split.Splitter;
import dev.sweetspot.deep.family.ImageClassification;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.Fields;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot resume STUDY}: goes on with a job that was interrupted. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description =
                "Goes on with a job that was interrupted or killed: running trials from their checkpoints, with the "
                        + "time that was left.")
final class ResumeCommand implements Callable<Integer> {
    /** Enough to train and measure something, however little was left. */
    private static final double LEAST_MINUTES = 0.5;

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "How long it may take now (default: the time that was left).")
    private Optional<Double> minutes = Optional.empty();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        try (var store = stores.open()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var errand = Fields.of(study.spec().errand());
            var loading = Native.loadInBackground();
            var options = DataOptions.fromForm(
                    Path.of(errand.text("data")),
                    errand.findWhole("input_size").map(Long::intValue),
                    errand.integer("threads"),
                    study.spec().seed());
            var loaded = options.load(output);
            if (!loaded.set().hash().equals(errand.text("hash"))) {
                throw new InvalidInputException(
                        "data", options.path(), "has changed since the study began", "start a new one?");
            }
            var parts = new Splitter()
                    .split(
                            loaded.set(),
                            loaded.given(),
                            Seeds.generator(Seeds.of(options.seed(), 0, Seeds.Purpose.SPLIT)));
            loading.join();
            var learner = new ImageClassification(
                    loaded.set(), parts, study.spec().space(), study.spec().fidelity(), Precision.automatic());
            int workers = errand.integer("workers");
            long end = deadline(study, errand);
            var speed = Speed.measure(learner, study.spec().first().get(0), end, 1);
            var history = study.history();
            output.progress("Study " + name + ": " + history.size() + " trials so far, "
                    + history.running().count()
                    + " were running and go on when their leases have ended (within "
                    + TuneSession.LEASE.toSeconds() + " s)");
            var plan = new TunePlan(
                    speed.timetable(end, parts), options.cores(), workers, TuneSession.workerName(), stores.scratch());
            var out = errand.findText("out").map(Path::of).orElseGet(() -> Path.of("sweetspot-out", name));
            return new TuneSession(study, stores.artifacts(), learner, plan, output).run(out, loaded);
        }
    }

    private long deadline(Study study, Fields errand) {
        var planned = minutes.or(() -> errand.findNumber("minutes").map(all -> all - minutesUsed(study)));
        return planned.map(left -> Main.BEGIN + (long) (Math.max(LEAST_MINUTES, left) * 60e9))
                .orElse(Long.MAX_VALUE);
    }

    /** From the first start to the last word of any trial. */
    private static double minutesUsed(Study study) {
        var trials = study.history().trials();
        if (trials.isEmpty()) {
            return 0;
        }
        var begin = trials.get(0).startedAt();
        return trials.stream()
                .map((Trial trial) ->
                        Duration.between(begin, trial.startedAt()).toMillis() / 60_000.0 + trial.seconds() / 60)
                .reduce(0.0, Math::max);
    }
}

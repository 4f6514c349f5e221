package dev.sweetspot.cli;

import dev.sweetspot.data.split.PartsReview;
import dev.sweetspot.deep.family.ImageClassification;
import dev.sweetspot.deep.family.ImageSpace;
import dev.sweetspot.deep.family.Suggested;
import dev.sweetspot.deep.tensor.Native;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Restriction;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot tune DATA}: the job. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        description = "Finds good hyperparameters for a classifier of your images within the time you give, trains the "
                + "winner again and measures it once on images that nothing was chosen by, beside the default.",
        footer = {"", "Example: sweetspot tune samples/blood-cells --minutes 3"})
final class TuneCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description = "How long it may take in all, from start to exit; fractions are allowed (default: 20, where "
                    + "--trials is not given).")
    private Optional<Double> minutes = Optional.empty();

    @Option(names = "--trials", paramLabel = "N", description = "How many configurations to try at the most.")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--search",
            paramLabel = "n=range",
            description = "Search another range: 'learning_rate=1e-4..1e-2' or 'batch_size=32,64' (repeatable).")
    private List<String> searched = new ArrayList<>();

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "Who proposes (default: random).",
            defaultValue = "random")
    private String sampler = "random";

    @Option(
            names = "--scheduler",
            paramLabel = "NAME",
            description = "Who stops trials early (default: median).",
            defaultValue = "median")
    private String scheduler = "median";

    @Option(names = "--workers", paramLabel = "N", description = "How many trials run at once (default: one a core).")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "STUDY",
            description = "The study's name (default: the data's name and the time).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the result goes (default: sweetspot-out/STUDY).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws Exception {
        check();
        var end = deadline();
        var study = name.orElseGet(this::newName);
        var folder = TuneFolder.check(out.orElseGet(() -> Path.of("sweetspot-out", study)), study);
        Native.load();
        var images = data.load(output);
        PartsReview.notes(images.set(), images.parts()).forEach(output::progress);
        var families = ImageSpace.families(data.families());
        var whole = ImageSpace.of(families, images.size());
        var space = Suggested.ranges(whole);
        for (var range : searched) {
            var setting = Setting.parse(range);
            space = Restriction.search(space, whole, setting.name(), setting.value());
        }
        space = data.fix(space, whole);
        var precision = Precision.automatic();
        int atOnce = workers.orElse(data.cores());
        var probe = new ImageClassification(images, space, Fidelity.epochs(1), precision);
        var first = Encoding.of(space).defaults().orElseThrow();
        var speed = Speed.measure(probe, first, end, data.cores() / Math.min(atOnce, data.cores()));
        double epochs = data.epochs().map(Integer::doubleValue).orElseGet(() -> speed.epochsOfATrial(end, atOnce));
        var learner =
                new ImageClassification(images, space, new Fidelity("epochs", Math.min(1, epochs), epochs), precision);
        var spec = new StudySpec(
                study,
                data.seed(),
                space,
                learner.objectives(),
                learner.fidelity(),
                trials.<Budget>map(Budget.Trials::new).orElseGet(() -> new Budget.AnyOf(List.of())),
                new StudySpec.Search(Samplers.named(sampler), Schedulers.named(scheduler)),
                List.of(first),
                errand(learner, folder.path()).toForm());
        try (var store = stores.open()) {
            var made = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            output.progress("Study " + study + ": " + spec.objectives().get(0).name() + " on validation images, "
                    + atOnce + " trials at once, up to " + Epochs.inWords(epochs) + " each, "
                    + precision.name().toLowerCase(Locale.ROOT));
            var plan = new TunePlan(
                    speed.timetable(end, images.parts()),
                    data.cores(),
                    atOnce,
                    TuneSession.workerName(),
                    stores.scratch());
            return new TuneSession(made, stores, learner, plan, output).run(folder, images.loaded());
        }
    }

    private void check() {
        minutes.ifPresent(value -> {
            if (!(value > 0 && value < 1e6)) {
                throw new InvalidInputException("--minutes", value, "must be above 0", "20?");
            }
        });
        trials.ifPresent(value -> {
            if (value < 1) {
                throw new InvalidInputException("--trials", value, "must be at least 1", "20?");
            }
        });
        workers.ifPresent(value -> {
            if (value < 1 || value > 256) {
                throw new InvalidInputException("--workers", value, "must be from 1 to 256", data.cores() + "?");
            }
        });
    }

    private long deadline() {
        if (minutes.isEmpty() && trials.isPresent()) {
            return Long.MAX_VALUE;
        }
        return Main.BEGIN
                + Math.round(minutes.orElse(20.0) * Duration.ofMinutes(1).toNanos());
    }

    private String newName() {
        var path = data.path().toAbsolutePath().normalize().getFileName();
        var stem = path == null ? "data" : path.toString().replaceAll("[^A-Za-z0-9_-]+", "-");
        return stem + "-"
                + LocalDateTime.now(Clock.system(ZoneId.systemDefault()))
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    }

    private Errand errand(ImageClassification learner, Path folder) {
        return Errand.tune(
                learner,
                minutes.isEmpty() && trials.isEmpty() ? Optional.of(20.0) : minutes,
                workers,
                data.givenThreads(),
                Optional.of(folder));
    }
}

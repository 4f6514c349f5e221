package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.split.PartsReview;
import dev.sweetspot.deep.family.Families;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.StoppingParameters;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.workload.TrialFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sweetspot tune DATA}: the job. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description =
                "Finds good hyperparameters for a network that learns from your images, table or series within the time you "
                        + "give, trains the winner again and measures it once on data that nothing was chosen by, beside the "
                        + "default.",
        footer = {"", "Example: sweetspot tune samples/blood-cells --minutes 3"})
final class TuneCommand implements Callable<Integer> {
    private static final double USUAL_MINUTES = 20;

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Mixin
    private PriorOptions prior = new PriorOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private LaterOptions later = new LaterOptions();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private ExportOptions export = new ExportOptions();

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
            names = "--target-value",
            paramLabel = "V",
            description = "End the search when a trial's objective is as good as this.")
    private Optional<Double> target = Optional.empty();

    @Option(
            names = "--least-gain",
            paramLabel = "G",
            description = "End the search when going on is not expected (9 to 1) to make the objective better "
                    + "by more than G: 0.002.")
    private Optional<Double> leastGain = Optional.empty();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "quick, normal or thorough: 3, 20 or 120 minutes where nothing else is said.")
    private Optional<String> profile = Optional.empty();

    @Option(
            names = "--deterministic",
            description =
                    "The same seed gives the same result, weights included, on this machine: one trial at a time, 32 "
                            + "bits, and no clock, so --trials says when it ends.")
    private boolean deterministic;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many trials run at once, each with its share of the cores (default: as many as give the "
                    + "highest throughput here, measured for some seconds; one a core where there is no time limit).")
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
        data.check();
        devices.check();
        search.check();
        search.objectives(data.metric());
        prior.check();
        learning.check(stores);
        later.check();
        export.check();
        stores.requireWritable();
        var end = deadline();
        var study = name.orElseGet(this::newName);
        var folder = TuneFolder.check(out.orElseGet(() -> Path.of("sweetspot-out", study)), study);
        var device = device();
        var images = loadBefore(end);
        PartsReview.notes(images.set(), images.partition()).forEach(output::progress);
        var shape = images.size().input();
        var task = images.set().task().kind();
        search.requireOneSize(images);
        var whole = data.begun(search.withInputSizes(images.space(Families.able(shape, task))));
        var space = search.narrow(whole, data.fix(Families.only(whole, data.families(), shape, task), whole));
        space = data.fix(space, whole);
        space.requireFeasible();
        var precision = deterministic ? Precision.FLOAT32 : images.usualPrecision(device);
        var probe = new NetworkLearning(images, space, Fidelity.epochs(1), precision).on(device);
        var first = Encoding.of(space).defaults().orElseThrow();
        data.requireBusy(first);
        images.require(first);
        requireRepeatable(first);
        var room = MemoryRoom.now(device);
        room.require(probe, first, "the default configuration", asked().orElse(1));
        var given = prior.first(space);
        var beliefs = prior.beliefs(space);
        var division = division(
                Speed.probe(probe, first, end),
                room.atOnce(probe, first),
                images.set().noun());
        var speed = division.speed();
        int atOnce = division.division().workers();
        double epochs = data.epochs()
                .map(Integer::doubleValue)
                .orElseGet(() -> speed.epochsOfATrial(end, Math.min(atOnce, data.cores())));
        var plain = new NetworkLearning(images, space, new Fidelity("epochs", Math.min(1, epochs), epochs), precision)
                .on(device);
        var objectives = search.objectives(data.metric());
        var seeking = objectives.isEmpty() ? plain : plain.seeking(objectives);
        var learner = room.limit(seeking, first, atOnce);
        // Who asks for the default gets it: it is tried anyway.
        var configurations =
                Stream.concat(Stream.of(first), given.stream()).distinct().toList();
        var spec = new StudySpec(
                        study,
                        data.seed(),
                        space,
                        learner.objectives(),
                        learner.fidelity(),
                        budget(learner),
                        search.search(),
                        List.of(),
                        errand(learner, folder.path()).toForm())
                .with(search.constraints())
                .with(search.preference(learner.objectives()))
                .with(new Knowledge(configurations, beliefs, List.of()));
        spec = learning.taught(spec, stores, output);
        try (var store = stores.open()) {
            var made = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            output.progress("Study " + study + ": " + Objectives.inWords(spec.problem()) + " on validation images, "
                    + division.division().inWords() + division.reason() + ", up to " + Epochs.inWords(epochs)
                    + " a trial, "
                    + images.inWords(precision, device));
            var plan = new TunePlan(
                    speed.timetable(end, images.parts()),
                    data.cores(),
                    atOnce,
                    division.fitThreads(),
                    TuneSession.workerName(),
                    stores.scratch());
            return new TuneSession(made, stores, learner, plan, output)
                    .run(folder, images.origin().skipped(), export.formats());
        }
    }

    private void requireRepeatable(Configuration standard) {
        double most = standard.find(StoppingParameters.MAX_MINUTES).orElse(0.0);
        if (deterministic && most > 0) {
            throw new InvalidInputException(
                    StoppingParameters.MAX_MINUTES.name(),
                    most,
                    "is a matter of the clock, and what that decides cannot be repeated",
                    "leave --deterministic or it out?");
        }
    }

    /** What a GPU adds up comes in another order each time. */
    private Device device() {
        return deterministic ? Device.named(Device.CPU.word()) : devices.device();
    }

    /** How many trials a person wants to run at once. */
    private Optional<Integer> asked() {
        return deterministic ? Optional.of(1) : workers;
    }

    private Division.Choice division(Division.Probe probe, int most, String noun)
            throws TrialFailure, InterruptedException {
        return asked().isPresent()
                ? Division.given(probe, Division.of(asked().get(), data.cores()))
                : Division.choose(probe, data.cores(), most, noun);
    }

    /** Reading is part of the time that was given, however slow the disk is. */
    private SplitData loadBefore(long end) throws InterruptedException {
        if (end == Long.MAX_VALUE) {
            return data.load(output, search.inputSizes());
        }
        var loading = new FutureTask<>(() -> data.load(output, search.inputSizes()));
        var thread = new Thread(loading, "sweetspot-load");
        thread.setDaemon(true);
        thread.start();
        try {
            return loading.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "reading the data took all of the " + minutes.orElse(USUAL_MINUTES)
                            + " minutes that were given. Maybe more --minutes?",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException wrong ? wrong : new IllegalStateException(e.getCause());
        }
    }

    private Budget budget(NetworkLearning learner) {
        var parts = new ArrayList<Budget>();
        trials.ifPresent(most -> parts.add(new Budget.Trials(most)));
        target.ifPresent(
                value -> parts.add(new Budget.Target(learner.objectives().get(0), value)));
        leastGain.ifPresent(least -> parts.add(new Budget.Gain(least, Budget.Gain.USUAL_CONFIDENCE)));
        return new Budget.AnyOf(parts);
    }

    private void check() {
        profile.ifPresent(Profile::named);
        if (deterministic && (minutes.isPresent() || trials.isEmpty())) {
            throw new InvalidInputException(
                    "--deterministic",
                    true,
                    "needs --trials and no --minutes: what a clock decides cannot be repeated",
                    "--trials 20?");
        }
        if (deterministic && workers.filter(count -> count != 1).isPresent()) {
            throw new InvalidInputException(
                    "--deterministic", true, "runs one trial at a time", "leave --workers out?");
        }
        devices.given()
                .filter(asked -> deterministic && asked.equals(Device.CUDA.word()))
                .ifPresent(asked -> {
                    throw new InvalidInputException(
                            "--device",
                            asked,
                            "does not give the same bits twice, so not with --deterministic",
                            "cpu?");
                });
        target.ifPresent(value -> {
            if (!Double.isFinite(value)) {
                throw new InvalidInputException("--target-value", value, "must be a number", "0.95?");
            }
        });
        leastGain.ifPresent(value -> {
            if (!(value > 0 && value < 1e6)) {
                throw new InvalidInputException("--least-gain", value, "must be above 0", "0.002?");
            }
        });
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
                + Math.round(
                        minutes.orElse(USUAL_MINUTES) * Duration.ofMinutes(1).toNanos());
    }

    private String newName() {
        return data.stem() + "-"
                + LocalDateTime.now(Clock.system(ZoneId.systemDefault()))
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
    }

    private Errand errand(NetworkLearning learner, Path folder) {
        return Errand.tune(
                learner,
                minutes.isEmpty() && trials.isEmpty() ? Optional.of(USUAL_MINUTES) : minutes,
                deterministic ? Optional.of(1) : workers,
                data.givenThreads(),
                deterministic ? Optional.of(Device.CPU.word()) : devices.given(),
                Optional.of(folder),
                export.formats());
    }
}

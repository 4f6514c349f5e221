package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.data.split.PartsReview;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.workload.TrialFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sweetspot tune DATA}: the job. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description =
                "Finds good hyperparameters for a model that learns from your images, table or series within the time you "
                        + "give, trains the winner again and measures it once on data that nothing was chosen by, beside the "
                        + "default.",
        footer = {"", "Example: sweetspot tune samples/blood-cells --minutes 3"})
final class TuneCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Mixin
    private PriorOptions prior = new PriorOptions();

    @Mixin
    private LearningOptions learning = new LearningOptions();

    @Mixin
    private TrialOptions trying = new TrialOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private TrackOptions track = new TrackOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private ExportOptions export = new ExportOptions();

    @Mixin
    private WatchedOutput output = new WatchedOutput();

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Mixin
    private Repeatable repeatable = new Repeatable();

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

    @Option(
            names = NestedTune.OPTION,
            paramLabel = "K",
            description =
                    "Say how good what such a search finds is on new data: cut the data into K outer folds, search for "
                            + "each on all others, and measure its winner on it once. The time is shared among the K searches; "
                            + "--trials counts for each of them. The same call again goes on where one was interrupted.")
    private Optional<Integer> nested = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        check();
        var study = name.orElseGet(this::newName);
        var folder = out.orElseGet(() -> Path.of("sweetspot-out", study));
        if (nested.isEmpty()) {
            name.ifPresent(stores::requireFree);
            return tune(study, folder, time.minutes(), time.end());
        }
        return new NestedTune(study, folder, stores, output, this::resume)
                .run(nested.get(), time.end(), data.byTime(), (outer, fold, place, minutes) -> {
                    data.keepFrom(outer);
                    tune(fold, place, minutes, Minutes.end(minutes.map(share -> share + Minutes.sinceBegin())));
                });
    }

    private int resume(String study) {
        return Optional.ofNullable(command.parent())
                .flatMap(parent -> Optional.ofNullable(parent.subcommands().get("resume")))
                .orElseThrow()
                .execute(study, "--store", stores.address());
    }

    private int tune(String study, Path place, Optional<Double> minutes, long end) throws Exception {
        var machines = cluster.cluster(workers, stores.quotaAsArguments(), output);
        var folder = TuneFolder.check(place, study);
        var matter = matter(end);
        var spec = spec(study, matter, folder.path(), minutes);
        try (var store = stores.open()) {
            var made = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            output.progress("Study " + study + ": " + Objectives.inWords(spec.problem()) + " on validation "
                    + matter.learner().data().noun() + ", " + matter.inWords(machines));
            matter.leftOut().ifPresent(output::progress);
            var plan = matter.plan(end, trying.rules(), stores.scratch());
            try (var tracking = track.follow(stores, study, output)) {
                assert tracking != null;
                return new TuneSession(made, stores, matter.learner(), plan, trying.rules(), output, machines)
                        .run(folder, matter.skipped(), export.formats());
            }
        }
    }

    /** Refuses what cannot be, before anything is read. */
    private void check() {
        if (repeatable.asked()) {
            time.leaveTheClockOut(output);
        }
        time.check();
        Counts.workers(workers, cluster.isGiven());
        repeatable.check(workers, trying.rules(), search.objectives(data.metric()), devices);
        data.check();
        nested.ifPresent(folds -> NestedTune.check(folds, data.test(), search.objectives(data.metric())));
        devices.check();
        search.check();
        prior.check();
        learning.check(stores);
        trying.check();
        cluster.check();
        export.check();
        track.check();
        if (!data.families().ofNetworks()) {
            export.requireNone();
        }
        stores.requireWritable();
    }

    private Matter matter(long end) throws TrialFailure, InterruptedException {
        var divided = Loading.before(end, time.minutes(), () -> data.load(output, search.inputSizes()));
        PartsReview.notes(divided.loaded().set(), divided.partition()).forEach(output::progress);
        return data.families().ofNetworks() ? networks(Loading.ofNetworks(divided, output), end) : models(divided);
    }

    private Matter models(Divided divided) {
        var models = Models.of(divided, data, search.objectives(data.metric()));
        var space = models.space(data, search);
        var standard = Encoding.of(space).defaults().orElseThrow();
        prior.first(space);
        return ModelMatter.of(
                models.learner(),
                space,
                standard,
                divided.loaded().skipped(),
                asked(),
                data.cores(),
                repeatable.asked());
    }

    private Matter networks(SplitData items, long end) throws TrialFailure, InterruptedException {
        var device = repeatable.device(devices);
        var searched = Searched.of(items, data, search);
        searched.notes().forEach(output::progress);
        data.settings().requireBusy(searched.standard());
        items.require(searched.standard());
        repeatable.require(searched.space(), searched.standard());
        prior.first(searched.space());
        var precision = repeatable.precision(items, device);
        var asked = new Sharing.Asked(asked(), data.cores(), cluster.isGiven(), repeatable.asked());
        var sharing = Sharing.of(
                asked,
                new NetworkLearning(items, searched.space(), Fidelity.epochs(1), precision).on(device),
                searched.standard(),
                MemoryRoom.now(device),
                end,
                items.set().noun());
        return NetworkMatter.of(searched, sharing, data.epochs(), end, new NetworkMatter.Making() {
            @Override
            public NetworkLearning learning(SearchSpace space, double epochs) {
                return seeking(new NetworkLearning(items, space, trials(epochs), precision).on(device));
            }

            @Override
            public SearchSpace ofShortTrials(SearchSpace whole) {
                return search.ofShortTrials(whole, prior.names());
            }
        });
    }

    /** How many trials run at once here, where that was said or must not depend on the machine. */
    private Optional<Integer> asked() {
        return repeatable.workers(workers.filter(count -> !cluster.isGiven()), data.cores());
    }

    private static Fidelity trials(double epochs) {
        return new Fidelity("epochs", Math.min(1, epochs), epochs);
    }

    private NetworkLearning seeking(NetworkLearning learner) {
        var objectives = search.objectives(data.metric());
        return objectives.isEmpty() ? learner : learner.seeking(objectives);
    }

    /** Who asks for the default gets it: it is tried anyway. */
    private static List<Configuration> first(Configuration standard, List<Configuration> tried) {
        return Stream.concat(Stream.of(standard), tried.stream()).distinct().toList();
    }

    private StudySpec spec(String study, Matter matter, Path folder, Optional<Double> minutes) {
        var learner = matter.learner();
        var first = first(matter.standard(), prior.first(matter.whole()));
        var spec = new StudySpec(
                        study,
                        data.seed(),
                        matter.space(),
                        learner.objectives(),
                        learner.fidelity(),
                        time.budget(learner.objectives().get(0)),
                        search.search(),
                        List.of(),
                        errand(learner, folder, minutes).toForm())
                .with(search.constraints())
                .with(search.preference(learner.objectives()))
                .with(new Knowledge(
                        first, prior.beliefs(matter.space(), Suggested.beliefs(matter.space())), List.of()));
        return learning.taught(repeatable.lagging(spec), stores, output);
    }

    private Errand errand(Learner learner, Path folder, Optional<Double> minutes) {
        return Errand.tune(
                learner,
                minutes,
                asked(),
                workers.filter(count -> cluster.isGiven()),
                data.givenThreads(),
                repeatable.kept(devices),
                Optional.of(folder),
                export.formats(),
                trying.rules());
    }

    private String newName() {
        return data.stem() + "-"
                + LocalDateTime.now(Clock.system(ZoneId.systemDefault()))
                        .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
    }
}

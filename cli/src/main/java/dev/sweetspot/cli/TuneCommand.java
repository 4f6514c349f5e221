package dev.sweetspot.cli;

import dev.sweetspot.cli.live.Objectives;
import dev.sweetspot.data.split.PartsReview;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.deep.space.Suggested;
import dev.sweetspot.deep.tensor.Device;
import dev.sweetspot.deep.training.Precision;
import dev.sweetspot.space.Configuration;
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

    /** What is learnt from, where, in what, and what is searched for it. */
    private record Matter(SplitData items, Device device, Precision precision, Searched searched) {
        NetworkLearning learning(SearchSpace space, Fidelity fidelity) {
            return new NetworkLearning(items, space, fidelity, precision).on(device);
        }
    }

    @Override
    public Integer call() throws Exception {
        check();
        long end = time.end();
        var study = name.orElseGet(this::newName);
        name.ifPresent(stores::requireFree);
        var machines = cluster.cluster(workers, stores.quotaAsArguments(), output);
        var folder = TuneFolder.check(out.orElseGet(() -> Path.of("sweetspot-out", study)), study);
        var matter = matter(end);
        var tried = prior.first(matter.searched().space());
        var sharing = sharing(matter, end);
        double epochs = data.epochs().map(Integer::doubleValue).orElseGet(() -> sharing.speed()
                .epochsOfATrial(end, sharing.busy()));
        boolean areShort = sharing.speed().areShort(epochs, end, sharing.busy());
        var whole = matter.searched().space();
        var space = areShort ? search.ofShortTrials(whole, prior.names()) : whole;
        var learner = sharing.limited(seeking(matter.learning(space, trials(epochs))));
        var spec = spec(study, learner, space, first(matter.searched().standard(), tried), folder.path());
        var items = matter.items();
        try (var store = stores.open()) {
            var made = Study.create(store, spec, Clock.systemUTC(), TuneSession.LEASE);
            output.progress("Study " + study + ": " + Objectives.inWords(spec.problem()) + " on validation "
                    + items.set().noun() + ", " + sharing.inWords(machines) + ", up to " + Epochs.inWords(epochs)
                    + " a trial, " + items.inWords(matter.precision(), matter.device()));
            matter.searched().leftOut(space).ifPresent(output::progress);
            var plan = sharing.plan(sharing.speed().timetable(end, items.parts()), trying.rules(), stores.scratch());
            return new TuneSession(made, stores, learner, plan, trying.rules(), output, machines)
                    .run(folder, items.origin().skipped(), export.formats());
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
        devices.check();
        search.check();
        prior.check();
        learning.check(stores);
        trying.check();
        cluster.check();
        export.check();
        stores.requireWritable();
    }

    private Matter matter(long end) throws InterruptedException {
        var device = repeatable.device(devices);
        var items = Loading.before(end, time.minutes(), () -> data.load(output, search.inputSizes()));
        PartsReview.notes(items.set(), items.partition()).forEach(output::progress);
        var searched = Searched.of(items, data, search);
        searched.notes().forEach(output::progress);
        data.settings().requireBusy(searched.standard());
        items.require(searched.standard());
        repeatable.require(searched.space(), searched.standard());
        return new Matter(items, device, repeatable.precision(items, device), searched);
    }

    private Sharing sharing(Matter matter, long end) throws TrialFailure, InterruptedException {
        var asked = new Sharing.Asked(asked(), data.cores(), cluster.isGiven(), repeatable.asked());
        return Sharing.of(
                asked,
                matter.learning(matter.searched().space(), Fidelity.epochs(1)),
                matter.searched().standard(),
                MemoryRoom.now(matter.device()),
                end,
                matter.items().set().noun());
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

    private StudySpec spec(
            String study, NetworkLearning learner, SearchSpace space, List<Configuration> first, Path folder) {
        var spec = new StudySpec(
                        study,
                        data.seed(),
                        space,
                        learner.objectives(),
                        learner.fidelity(),
                        time.budget(learner.objectives().get(0)),
                        search.search(),
                        List.of(),
                        errand(learner, folder).toForm())
                .with(search.constraints())
                .with(search.preference(learner.objectives()))
                .with(new Knowledge(first, prior.beliefs(space, Suggested.beliefs(space)), List.of()));
        return learning.taught(repeatable.lagging(spec), stores, output);
    }

    private Errand errand(NetworkLearning learner, Path folder) {
        return Errand.tune(
                learner,
                time.minutes(),
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

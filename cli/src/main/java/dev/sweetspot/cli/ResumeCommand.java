package dev.sweetspot.cli;

import dev.sweetspot.data.Shown;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.deep.learning.SplitData;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.form.Json;
import dev.sweetspot.job.TunePlan;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot resume STUDY}: goes on with a job or a training that was interrupted. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Goes on with a job or a training that was interrupted or killed: what was reported stays, running trials go "
                    + "on from their last checkpoints, in the threads and the precision they began with.",
            "A job that has its result says where it is; with --minutes it searches on."
        },
        footer = {"", "Example: sweetspot resume blood-cells-20260131-120000"})
final class ResumeCommand implements Callable<Integer> {
    /** Enough to train and measure something, however little was left. */
    private static final double LEAST_MINUTES = 0.5;

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description =
                    "How long it may take from now to its exit (default: what is left of the time it was given, at "
                            + "least half a minute; without a limit where it had none).")
    private Optional<Double> minutes = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DATA",
            description = "Where the data lies now, if it has moved; its content must be the same.")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the result goes (default: where tune would have put it).")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        devices.check();
        minutes.ifPresent(value -> {
            if (!(value > 0 && value < 1e6)) {
                throw new InvalidInputException("--minutes", value, "must be above 0", "5?");
            }
        });
        try (var store = stores.open()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var errand = Errand.of(name, study.spec().errand());
            return errand.kind() == Errand.Kind.TRAIN ? train(store, study, errand) : tune(store, study, errand);
        }
    }

    private int train(Store store, Study study, Errand errand) throws InterruptedException {
        var training = new HandTraining(study, output);
        if (training.ended()) {
            output.progress("Training " + name + " has ended; there is nothing left to do.");
            return training.sayLast();
        }
        var device = devices.device(errand.device());
        var learner = NetworkLearning.of(errand.settings(), load(errand)).on(device);
        awaitLeases(store, study);
        return training.goOn(learner, stores, cores(errand));
    }

    private int tune(Store store, Study study, Errand errand) throws Exception {
        var folder = out.or(errand::out).orElseGet(() -> Path.of("sweetspot-out", name));
        if (minutes.isEmpty() && complete(study, folder)) {
            return sayComplete(folder);
        }
        var result = TuneFolder.check(folder, name);
        var device = devices.device(errand.device());
        var images = load(errand);
        var learner = NetworkLearning.of(errand.settings(), images).on(device);
        sayWhereItStands(study);
        awaitLeases(store, study);
        int cores = cores(errand);
        long end = deadline(study, errand, errand.workers().orElse(cores));
        var first = study.spec().first().get(0);
        var room = MemoryRoom.now(device);
        room.require(
                learner, first, "the default configuration", errand.workers().orElse(1));
        var probe = Speed.probe(learner, first, end);
        var division = errand.workers().isPresent()
                ? Division.given(probe, Division.of(errand.workers().get(), cores))
                : Division.choose(
                        probe, cores, room.atOnce(learner, first), images.set().noun());
        output.progress(division.division().inWords() + division.reason());
        var plan = new TunePlan(
                division.speed().timetable(end, images.parts()),
                cores,
                division.division().workers(),
                division.fitThreads(),
                TuneSession.workerName(),
                stores.scratch());
        var limited = room.limit(learner, first, division.division().workers());
        return new TuneSession(study, stores, limited, plan, output)
                .run(result, images.origin().skipped(), errand.export());
    }

    private SplitData load(Errand errand) {
        var source = NetworkLearning.source(errand.settings());
        var now = data.map(source::at).orElse(source);
        if (data.isEmpty() && !Files.exists(now.path())) {
            throw new InvalidInputException(
                    "data",
                    Shown.name(now.path().toString()),
                    "is not there any more",
                    "it has moved? Then: sweetspot resume " + name + " --data PLACE");
        }
        return Loading.load(now, cores(errand), output);
    }

    private static int cores(Errand errand) {
        return errand.threads().orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    /** A job is complete when its result is written, as its last step, and no trial was left by a later one. */
    private boolean complete(Study study, Path folder) throws IOException {
        var record = folder.resolve("record.json");
        if (study.history().running().findAny().isPresent()
                || !Files.isRegularFile(folder.resolve(TuneFolder.MODEL))
                || !Files.isRegularFile(record)) {
            return false;
        }
        var written = Json.parseMap(Files.readString(record), record.toString());
        return written.find("study").equals(Optional.of(Form.of(name)));
    }

    private int sayComplete(Path folder) {
        output.say("Study " + name + " is complete; its result is in " + folder + ".");
        output.progress("Maybe search on: sweetspot resume " + name + " --minutes 5");
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("complete", Form.of(true));
        entries.put(
                "model",
                Form.of(folder.resolve(TuneFolder.MODEL).toAbsolutePath().toString()));
        output.result(Form.of(entries));
        return 0;
    }

    private void sayWhereItStands(Study study) {
        var history = study.history();
        var running = history.running()
                .map((Trial trial) -> trial.number()
                        + trial.checkpoint()
                                .map(checkpoint -> " from " + Epochs.inWords(checkpoint.fidelity()))
                                .orElse(" from the beginning"))
                .collect(Collectors.joining(", "));
        output.progress("Study " + name + ": " + history.size() + " trials so far"
                + (running.isEmpty() ? "" : "; these were running and go on: " + running));
    }

    /**
     * A trial of a killed process is free when its lease has ended. Waiting for that, never longer than a lease lasts,
     * lets it go on before new ones are begun, as if nothing had happened.
     */
    private void awaitLeases(Store store, Study study) throws InterruptedException {
        long end = System.nanoTime() + TuneSession.LEASE.toNanos();
        while (System.nanoTime() - end < 0
                && study.refresh().running().anyMatch(trial -> store.leases(name).stream()
                        .anyMatch(lease -> lease.trial() == trial.number()))) {
            Thread.sleep(100);
        }
    }

    private long deadline(Study study, Errand errand, int workers) {
        var left = minutes.or(() -> errand.minutes().map(all -> Math.max(LEAST_MINUTES, all - used(study, workers))));
        return left.map(value -> Main.BEGIN + Math.round(value * 60e9)).orElse(Long.MAX_VALUE);
    }

    /** The minutes that trials took, side by side; breaks between two runs of the job do not count. */
    private static double used(Study study, int workers) {
        return study.history().trials().stream().mapToDouble(Trial::seconds).sum() / 60 / workers;
    }
}

package dev.sweetspot.cli;

import dev.sweetspot.command.CommandWorkload;
import dev.sweetspot.data.learner.Learner;
import dev.sweetspot.data.source.Divided;
import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.Workloads;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sweetspot resume STUDY}: goes on with a job or a training that was interrupted. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Goes on with a job or a training that was interrupted or killed: what was reported stays, running trials go "
                    + "on from their last checkpoints, in the threads and the precision they began with.",
            "A job that has its result says where it is; with --trials or --minutes it searches on.",
            "A study of another program that was paused or stopped is open again; that program goes on with it."
        },
        footer = {"", "Example: sweetspot resume blood-cells-20260131-120000"})
final class ResumeCommand implements Callable<Integer> {
    private static final List<String> OF_A_SEARCH = List.of(
            "--minutes",
            "--trials",
            "--workers",
            "--isolate",
            "--no-isolate",
            "--trial-seconds",
            "--trial-memory",
            "--on",
            "--on-home");
    private static final List<String> OF_NETWORKS = Stream.concat(
                    OF_A_SEARCH.stream(), Stream.of("--out", "--threads", "--data", "--device"))
            .toList();

    private static final List<String> OF_NETWORKS_ALONE =
            List.of("--isolate", "--no-isolate", "--trial-memory", "--on", "--on-home", "--out", "--data", "--device");

    /** Enough to train and measure something, however little was left. */
    private static final double LEAST_MINUTES = 0.5;

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description =
                    "How long it may take from now to its exit (default: the time it was given less that in which trials "
                            + "ran, at least half a minute; without a limit where it had none).")
    private Optional<Double> minutes = Optional.empty();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "How many configurations to try in all, those of before included (default: as many as before).")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many trials run at once (default: as many as the study was told; else as many as give the "
                            + "highest throughput here).")
    private Optional<Integer> workers = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many processor cores to use (default: as many as the study was told; else all).")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private MovedData data = new MovedData();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Where the result goes (default: where tune would have put it; of a training, nowhere). A training "
                            + "that is through is trained once more on all but the test part, measured there and written.")
    private Optional<Path> out = Optional.empty();

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
    private WatchedOutput output = new WatchedOutput();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        devices.check();
        track.check();
        trying.check();
        cluster.check();
        Minutes.check(minutes, "5?");
        Counts.workers(workers, cluster.isGiven());
        Counts.threads(threads);
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            if (Errand.isOfAProgram(study.spec().errand())) {
                refuse("is of a search of networks, and " + name + " is of a program", OF_NETWORKS_ALONE);
                try (var tracking = track.follow(stores, name, output)) {
                    assert tracking != null;
                    return program(store, study, Errand.of(name, study.spec().errand()));
                }
            }
            if (!Errand.isOfLearners(study.spec().errand())) {
                refuse("is of a search of networks, and another program made " + name, OF_NETWORKS);
                return reopen(study);
            }
            var errand = Errand.of(name, study.spec().errand());
            boolean byHand = errand.kind() == Errand.Kind.TRAIN;
            if (byHand) {
                refuse("is of a search, and " + name + " is a training by hand", OF_A_SEARCH);
            }
            try (var tracking = track.follow(stores, name, output)) {
                assert tracking != null;
                return byHand ? train(store, study, errand) : tune(store, study, errand);
            }
        }
    }

    /** Refuses options that nothing would look at; what stands in the environment is not meant for this call. */
    private void refuse(String why, List<String> options) {
        var parsed = command.commandLine().getParseResult();
        options.stream().filter(parsed::hasMatchedOption).findFirst().ifPresent(option -> {
            var given = parsed.matchedOption(option).originalStringValues();
            var value = given.isEmpty() ? "true" : given.get(given.size() - 1);
            throw new InvalidInputException(option, value, why, "leave it out?");
        });
    }

    /** A study of another program: only that program can go on with its trials, and now it may. */
    private int reopen(Study study) {
        boolean isNew = study.order(Standing.OPEN, "resumed");
        output.say("Study " + name + (isNew ? " is open again." : " was open already.")
                + " The program that made it goes on with it.");
        var entries = new LinkedHashMap<String, Form>();
        entries.put("study", Form.of(name));
        entries.put("standing", Form.of(Standing.OPEN.word()));
        entries.put("new", Form.of(isNew));
        output.result(Form.of(entries));
        return 0;
    }

    private int program(Store store, Study study, Errand errand) throws InterruptedException {
        checkTrials(study);
        var rules = trying.or(errand.rules());
        int atOnce = workers.or(errand::workers).orElse(1);
        sayWhereItStands(study);
        awaitLeases(store, study);
        long end = deadline(store, errand);
        study.reopen("resumed", Minutes.when(end), trialsInAll());
        var workload = Workloads.fromForm(errand.workload());
        if (workload instanceof CommandWorkload ofAProgram) {
            ofAProgram.requireProgram();
        }
        return new ProgramSession(study, stores, output)
                .run(workload, end, atOnce, Math.max(1, cores(errand) / atOnce), rules);
    }

    private OptionalInt trialsInAll() {
        return trials.isPresent() ? OptionalInt.of(trials.get()) : OptionalInt.empty();
    }

    private int train(Store store, Study study, Errand errand) throws Exception {
        var training = new HandTraining(study, output, errand.from());
        var folder = out.map(place -> TuneFolder.check(place, name));
        if (training.ended() && folder.isEmpty()) {
            output.progress("Training " + name + " has ended; there is nothing left to do.");
            return training.sayLast();
        }
        var device = devices.device(errand.device());
        var items = load(errand);
        var learner = Learners.make(errand, items, device);
        awaitLeases(store, study);
        return training.goOn(
                learner,
                stores,
                cores(errand),
                folder.map(place -> HandResult.of(place, items.loaded().skipped(), stores, name)));
    }

    private int tune(Store store, Study study, Errand errand) throws Exception {
        boolean deterministic = study.spec().lag().isPresent();
        minutes.filter(given -> deterministic).ifPresent(given -> {
            throw new InvalidInputException(
                    "--minutes",
                    given,
                    "is a matter of the clock, and the study is deterministic: what a clock decides is not the same twice",
                    "leave it out?");
        });
        trying.checkFor(deterministic);
        checkTrials(study);
        requireWithin(study.spec().lag());
        var folder = out.or(errand::out).orElseGet(() -> Path.of("sweetspot-out", name));
        if (minutes.isEmpty() && trials.isEmpty() && CompleteJob.isIn(folder, study)) {
            return new CompleteJob(study, folder).say(stores, output);
        }
        var result = TuneFolder.check(folder, name);
        var rules = trying.or(errand.rules());
        var machines = cluster.cluster(workers.or(errand::onCluster), ofWorkers(rules), output);
        var items = load(errand);
        var learner = Learners.make(errand, items, devices.device(errand.device()));
        sayWhereItStands(study);
        awaitLeases(store, study);
        long end = deadline(store, errand);
        var matter = matter(learner, study, items, asked(errand, deterministic), end);
        output.progress(matter.inWords(machines));
        var plan = matter.plan(end, rules, stores.scratch());
        study.reopen("resumed", Minutes.when(plan.timetable().searchEnd()), trialsInAll());
        return new TuneSession(study, stores, matter.learner(), plan, rules, output, machines)
                .run(result, matter.skipped(), errand.export());
    }

    private static Matter matter(Learner learner, Study study, Divided items, Sharing.Asked asked, long end)
            throws TrialFailure, InterruptedException {
        var standard = study.spec().first().get(0);
        var skipped = items.loaded().skipped();
        if (!(learner instanceof NetworkLearning networks)) {
            return ModelMatter.of(
                    learner,
                    study.spec().space(),
                    standard,
                    skipped,
                    asked.workers(),
                    asked.cores(),
                    asked.repeatable());
        }
        var room = MemoryRoom.now(networks.device());
        var noun = items.loaded().set().noun();
        var sharing = Sharing.of(asked, networks, standard, room, end, noun);
        return new NetworkMatter(
                sharing.limited(networks), new Searched(learner.space(), standard, List.of()), sharing);
    }

    /** What was said for this machine now, or when the study was made. */
    private Sharing.Asked asked(Errand errand, boolean deterministic) {
        var here = workers.filter(count -> !cluster.isGiven()).or(errand::workers);
        return new Sharing.Asked(here, cores(errand), cluster.isGiven(), deterministic);
    }

    private void checkTrials(Study study) {
        trials.ifPresent(count -> {
            if (study.spec().lag().isPresent()) {
                throw new InvalidInputException(
                        "--trials",
                        count,
                        "has a part in what is tried, and the study is deterministic: all of it follows from how it was made",
                        "a new one: sweetspot tune ... --trials " + count + "?");
            }
            if (study.spec().budget().trialsInAll().isEmpty()) {
                throw new InvalidInputException(
                        "--trials", count, "does not end this study, which has no number of trials", "--minutes 5?");
            }
            int size = study.history().size();
            if (count < Math.max(1, size)) {
                throw new InvalidInputException(
                        "--trials", count, "counts all trials, and there are " + size, (size + 20) + "?");
            }
        });
    }

    private void requireWithin(OptionalInt lag) {
        workers.filter(count -> lag.isPresent() && count > lag.getAsInt()).ifPresent(count -> {
            throw new InvalidInputException(
                    "--workers",
                    count,
                    "is more than run at once in this study, whose decisions lag behind by " + lag.getAsInt(),
                    "--workers " + lag.getAsInt() + "?");
        });
    }

    /** What was said in this call counts for the workers of a cluster as well. */
    private List<String> ofWorkers(TrialRules rules) {
        return Stream.of(
                        trying.asArguments(rules), stores.quotaAsArguments(), data.asArguments(), devices.asArguments())
                .flatMap(List::stream)
                .toList();
    }

    private Divided load(Errand errand) {
        return data.load(errand, "sweetspot resume " + name, cores(errand), output);
    }

    private int cores(Errand errand) {
        return threads.or(errand::threads).orElseGet(() -> Runtime.getRuntime().availableProcessors());
    }

    private void sayWhereItStands(Study study) {
        var history = study.history();
        var running = history.running()
                .map((Trial trial) -> trial.number()
                        + trial.checkpoint()
                                .map(checkpoint -> " from "
                                        + Amount.inWords(
                                                checkpoint.fidelity(),
                                                study.spec().fidelity()))
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

    private long deadline(Store store, Errand errand) {
        return Minutes.end(minutes.or(
                () -> errand.minutes().map(all -> Math.max(LEAST_MINUTES, all - WorkedTime.minutes(store, name)))));
    }
}

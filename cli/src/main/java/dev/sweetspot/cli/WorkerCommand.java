package dev.sweetspot.cli;

import dev.sweetspot.deep.learning.NetworkLearning;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Standing;
import dev.sweetspot.workload.Workload;
import dev.sweetspot.workload.Workloads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweetspot worker STUDY}: takes part in a study that another process began. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        description = {
            "Takes part in a study of tune, from the same machine or another one that reaches its store: asks for trials, runs "
                    + "them and reports, until the study has ended, is paused or is stopped.",
            "The data are those of the study, by address and hash; with other content the worker refuses. Trials of workers "
                    + "that died are gone on with from their last checkpoints. Any number of workers may come and go."
        },
        footer = {
            "",
            "Exit codes: 0 there is nothing left to do, or the study was paused or stopped; 1 failed; 2 wrong use; 130 "
                    + "interrupted, its trials put aside.",
            "Example: sweetspot worker blood-cells-20260131-120000 --workers 2 --threads 4"
        })
final class WorkerCommand implements Callable<Integer> {
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(2);

    @Parameters(index = "0", paramLabel = "STUDY", description = "Its name; see: sweetspot studies.")
    private String name = "";

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many trials run at once here (default: one a core, as far as there is memory).")
    private Optional<Integer> workers = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many cores to use in all (default: all).")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = "--minutes",
            paramLabel = "M",
            description =
                    "How long it takes part at the most (default: as long as the study has something to do; where tune "
                            + "or resume was given a time, until that is over).")
    private Optional<Double> minutes = Optional.empty();

    @Option(
            names = "--while",
            paramLabel = "PID",
            hidden = true,
            description =
                    "Ends, its trials put aside, when the process of that number has ended: the one that began it.")
    private Optional<Long> parent = Optional.empty();

    @Mixin
    private MovedData data = new MovedData();

    @Mixin
    private TrialOptions trying = new TrialOptions();

    @Mixin
    private DeviceOptions devices = new DeviceOptions();

    @Mixin
    private StoreOptions stores = new StoreOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** What is tried, and how it is divided among the cores. */
    private record Work(Workload workload, Division division) {}

    @Override
    public Integer call() throws Exception {
        devices.check();
        trying.check();
        check();
        try (var store = stores.existing()) {
            var study = Study.open(store, name, Clock.systemUTC(), TuneSession.LEASE);
            var errand = Errand.of(name, study.spec().errand());
            if (errand.kind() == Errand.Kind.TRAIN) {
                throw new InvalidInputException(
                        "study",
                        name,
                        "is a training by hand: there is nothing to search",
                        "sweetspot resume " + name + "?");
            }
            if (study.history().standing() != Standing.OPEN) {
                return session(study)
                        .say(WorkerName.unique(), StudyDecisions.order(study).orElseThrow());
            }
            trying.checkFor(study.spec().lag().isPresent());
            var rules = trying.or(errand.rules());
            var work = work(errand, study);
            long end = minutes.isPresent() ? Minutes.end(minutes) : Minutes.moment(until(store, study, errand));
            var plan = plan(work.division(), end).limiting(rules.limit());
            return session(study).run(work.workload(), plan, rules);
        }
    }

    private WorkerSession session(Study study) {
        return new WorkerSession(study, stores, output, parent);
    }

    private void check() {
        Counts.workers(workers, false);
        Counts.threads(threads);
        Minutes.check(minutes, "5?");
    }

    /** As the study keeps it: from its settings alone, or on data that are found and looked at here. */
    private Work work(Errand errand, Study study) {
        int cores = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        boolean deterministic = study.spec().lag().isPresent();
        if (!errand.learns()) {
            int atOnce = workers.orElse(cores);
            return new Work(
                    Workloads.fromForm(errand.workload()),
                    deterministic ? new Division(atOnce, 1) : Division.of(atOnce, cores));
        }
        var device = devices.device(errand.device());
        var images = data.load(errand, "sweetspot worker " + name + stores.asFlag(), cores, output);
        var learner = Learners.make(errand, images, device);
        if (!(learner instanceof NetworkLearning networks)) {
            int atOnce = workers.orElse(cores);
            return new Work(learner, deterministic ? new Division(atOnce, 1) : Division.of(atOnce, cores));
        }
        var first = study.spec().first().get(0);
        var room = MemoryRoom.now(device);
        room.require(networks, first, "the default configuration", workers.orElse(1));
        int atOnce = workers.orElseGet(() -> Math.min(cores, room.atOnce(networks, first)));
        if (deterministic) {
            return new Work(networks, new Division(atOnce, 1));
        }
        var division = Division.of(atOnce, cores);
        return new Work(room.limit(networks, first, division.workers()), division);
    }

    private RunPlan plan(Division division, long end) {
        return new RunPlan(WorkerName.unique(), division.workers(), division.threads(), end, CHECKPOINT_EVERY);
    }

    /** When the time of the study is over: as whoever resumed it said, or as long after its beginning as tune was given. */
    private static Optional<Instant> until(Store store, Study study, Errand errand) {
        var order = study.history().order();
        return order.isPresent()
                ? order.flatMap(Event.Ordered::until)
                : store.find(study.spec().name())
                        .flatMap(record -> errand.minutes().map(given -> Minutes.after(record.createdAt(), given)));
    }
}

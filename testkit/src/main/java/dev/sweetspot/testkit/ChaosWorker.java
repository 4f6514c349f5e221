package dev.sweetspot.testkit;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Store;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Journal;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.TrialFailure;
import dev.sweetspot.workload.TrialRun;
import dev.sweetspot.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What one process of a {@link Chaos} does: makes or opens the study, and works until it is stopped or killed. */
public final class ChaosWorker {
    /** The name of the study. */
    public static final String STUDY = "chaos";
    /** How long a killed worker's trial stays its own. */
    static final Duration LEASE = Duration.ofSeconds(2);

    private static final Parameter<Integer> N = Parameter.integer("n", 1, 60_000);
    private static final Objective LOSS = Objective.minimize("loss");
    private static final Fidelity STEPS = new Fidelity("steps", 1, 5);

    private ChaosWorker() {}

    static Path journals(Path folder) {
        return folder.resolve("journals");
    }

    static Path stop(Path folder) {
        return folder.resolve("stop");
    }

    /**
     * Works; returns when the folder has a file that says so.
     *
     * @param folder of the whole chaos
     * @param name unique among all processes that there ever were
     * @param clock for the times of events
     */
    public static void work(Store store, Artifacts artifacts, Path folder, String name, InstantSource clock)
            throws InterruptedException {
        var study = opened(store, clock);
        try (var journal = Journal.open(journals(folder).resolve(name))) {
            study.onEvent(journal);
            var runner = new StudyRunner(study, artifacts, new Steps(), folder.resolve("scratch"));
            var watch = new Thread(() -> {
                while (!Files.exists(stop(folder))) {
                    try {
                        Thread.sleep(20);
                    } catch (InterruptedException over) {
                        return;
                    }
                }
                runner.stop();
            });
            watch.setDaemon(true);
            watch.start();
            runner.run(new ThreadExecutor(), new RunPlan(name, 1, 1, Long.MAX_VALUE, Duration.ofMillis(40)));
        }
    }

    private static Study opened(Store store, InstantSource clock) {
        var spec = new StudySpec(
                STUDY,
                1,
                SearchSpace.of(N),
                List.of(LOSS),
                STEPS,
                new Budget.Trials(60_000),
                new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        try {
            return Study.create(store, spec, clock, LEASE);
        } catch (InvalidInputException another) {
            return Study.open(store, STUDY, clock, LEASE);
        }
    }

    /** Counts steps in its checkpoint, so that a trial that goes on from a wrong place fails. */
    private static final class Steps implements Workload {
        @Override
        public String name() {
            return "steps";
        }

        @Override
        public Form.MapForm settings() {
            return Form.of(Map.of());
        }

        @Override
        public SearchSpace space() {
            return SearchSpace.of(N);
        }

        @Override
        public List<Objective> objectives() {
            return List.of(LOSS);
        }

        @Override
        public Fidelity fidelity() {
            return STEPS;
        }

        @Override
        public Measurements run(TrialRun run) throws TrialFailure, InterruptedException {
            var random = Seeds.generator(run.seed());
            int step = (int) run.from();
            try {
                int kept = run.checkpoint().isEmpty()
                        ? 0
                        : Integer.parseInt(
                                Files.readString(run.checkpoint().get()).strip());
                if (kept != step) {
                    throw new AssertionError("a checkpoint of step " + kept + " was said to be of " + step);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (step < run.target()) {
                Thread.sleep(5 + random.nextInt(40));
                step++;
                int state = step;
                if (run.report(step, loss(run, step), path -> Files.writeString(path, Integer.toString(state)))
                        == TrialRun.Answer.END) {
                    break;
                }
            }
            return loss(run, step);
        }

        private static Measurements loss(TrialRun run, int step) {
            return Measurements.of(LOSS.name(), run.suggest(N) / (1.0 + step));
        }
    }
}

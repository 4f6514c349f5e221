package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.Store;
import dev.sweetspot.store.jdbc.SqliteStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Audit;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Replay;
import dev.sweetspot.study.RunPlan;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudyRunner;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.testkit.TrialLines;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.workload.FunctionWorkload;
import dev.sweetspot.workload.TrialRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed gives the same study, trial by trial and bit by bit, whoever is first. */
@Tag("once")
@Timeout(300)
class DeterministicStudyTest {
    private static final String NAME = "again";
    private static final Duration LEASE = Duration.ofMillis(800);
    private static final Parameter<Double> X = Parameter.real("x", 0, 1);
    private static final Parameter<Integer> N = Parameter.integer("n", 1, 20);
    private static final Parameter<String> KIND = Parameter.categorical("kind", "a", "b", "c");
    private static final SearchSpace SPACE = SearchSpace.of(X, N, KIND);
    private static final Fidelity NINE = Fidelity.epochs(9);
    private static final Objective LOSS = Objective.minimize("loss");

    @TempDir
    Path folder;

    private StudySpec spec(String sampler, String scheduler, Budget budget, int lag) {
        return new StudySpec(
                        NAME,
                        11,
                        SPACE,
                        List.of(LOSS),
                        NINE,
                        budget,
                        new StudySpec.Search(Samplers.named(sampler), Schedulers.named(scheduler)),
                        List.of(Configuration.of(Map.of("x", 0.5, "n", 7, "kind", "a"))),
                        Form.of(Map.of()))
                .lagging(lag);
    }

    /** A little luck in it, drawn from the seed of the trial. */
    private static double loss(Configuration configuration, long seed, double epoch) {
        double x = configuration.get(X);
        double luck = ((seed >>> 40) % 1000) / 2e4;
        double kind = configuration.get(KIND).equals("b") ? 0 : 0.1;
        return (x - 0.3) * (x - 0.3) + Math.abs(configuration.get(N) - 12) / 50.0 + kind + luck + 1 / (1 + epoch);
    }

    /** An epoch takes as long as it takes. */
    private static Measurements run(TrialRun run) throws InterruptedException, IOException {
        double epoch = run.checkpoint().isPresent()
                ? Double.parseDouble(Files.readString(run.checkpoint().get()))
                : 0;
        while (epoch < run.target()) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(3));
            epoch++;
            double at = epoch;
            if (run.report(
                            epoch,
                            Measurements.of("loss", loss(run.configuration(), run.seed(), epoch)),
                            path -> Files.writeString(path, Double.toString(at)))
                    == TrialRun.Answer.END) {
                break;
            }
        }
        return Measurements.of("loss", loss(run.configuration(), run.seed(), epoch));
    }

    private StudyRunner runner(Study study, Path home) {
        return new StudyRunner(
                study,
                new FolderArtifacts(home.resolve("kept")),
                new FunctionWorkload(SPACE, List.of(LOSS), NINE, DeterministicStudyTest::run),
                home.resolve("scratch"));
    }

    private static RunPlan plan(String name, int workers) {
        return new RunPlan(name, workers, 1, Long.MAX_VALUE, Duration.ofMillis(20));
    }

    private Path home(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private List<String> run(StudySpec spec, int workers, Store store, String name) throws Exception {
        var study = Study.create(store, spec, InstantSource.system(), LEASE);
        runner(study, home(name)).run(new ThreadExecutor(), plan(name, workers));
        var lines = TrialLines.of(study.refresh());
        assertThat(TrialLines.of(study.settled()))
                .as("what counts is what happened")
                .isEqualTo(lines);
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "random, none, 25",
        "tpe, median, 30",
        "random, asha, 30",
        "tpe, hyperband, 30",
        "gp, curve, 25",
        "auto, auto, 25",
        "cma, halving, 30",
        "random, pbt, 30",
        "de, freezethaw, 25"
    })
    void anyNumberOfWorkersGivesTheSameTrials(String sampler, String scheduler, int trials) throws Exception {
        var spec = spec(sampler, scheduler, new Budget.Trials(trials), 16);
        var one = run(spec, 1, new InMemoryStore(), "one");
        assertThat(one).hasSizeBetween(2, trials);
        assertThat(run(spec, 4, new InMemoryStore(), "four")).isEqualTo(one);
        try (var store = SqliteStore.open(folder.resolve("sixteen.db"))) {
            assertThat(run(spec, 16, store, "sixteen")).isEqualTo(one);
            var replay = Replay.of(store, NAME, trial -> {});
            assertThat(replay.differences()).isEmpty();
            assertThat(replay.decisions()).isGreaterThanOrEqualTo(one.size());
            assertThat(Audit.of(store, new FolderArtifacts(home("sixteen").resolve("kept")), NAME, List.of())
                            .findings())
                    .isEmpty();
        }
    }

    @Test
    void aBudgetOfWorkGivesTheSameRungs() throws Exception {
        var spec = spec("tpe", "auto", new Budget.FidelityUnits(150), 5);
        var one = run(spec, 1, new InMemoryStore(), "one");
        assertThat(one).anyMatch(line -> line.contains("aside at"));
        assertThat(run(spec, 5, new InMemoryStore(), "five")).isEqualTo(one);
    }

    @Test
    void anotherSeedOrLagGivesAnotherStudy() throws Exception {
        var spec = spec("tpe", "none", new Budget.Trials(25), 4);
        var one = run(spec, 2, new InMemoryStore(), "one");
        assertThat(run(spec.lagging(8), 2, new InMemoryStore(), "lag")).isNotEqualTo(one);
    }

    /** Workers that ask, report a little and are never heard of again. */
    private static void lose(Study study, int reports, String name) {
        if (study.ask(new Claim(name, 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            var trial = run.trial();
            var before = trial.trial().curve().reached();
            for (int i = 1; i <= reports && before + i <= trial.target(); i++) {
                trial.report(
                        before + i,
                        Measurements.of("loss", loss(trial.trial().configuration(), trial.seed(), before + i)),
                        1,
                        Optional.empty());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"tpe, median", "random, asha", "tpe, hyperband", "auto, auto", "random, pbt"})
    void stoppedResumedAndLostWorkersLeaveNoTrace(String sampler, String scheduler) throws Exception {
        var spec = spec(sampler, scheduler, new Budget.Trials(30), 8);
        var one = run(spec, 1, new InMemoryStore(), "one");
        var file = folder.resolve("broken.db");
        var home = home("broken");
        int[] workers = {3, 8, 1, 5};
        try (var store = SqliteStore.open(file)) {
            Study.create(store, spec, InstantSource.system(), LEASE);
        }
        for (int round = 0; round < 6; round++) {
            try (var store = SqliteStore.open(file)) {
                var study = Study.open(store, NAME, InstantSource.system(), LEASE);
                lose(study, round, "lost-" + round);
                var runner = runner(study, home);
                var stopper = new Thread(() -> {
                    try {
                        Thread.sleep(20 + ThreadLocalRandom.current().nextInt(150));
                    } catch (InterruptedException over) {
                        return;
                    }
                    runner.stop();
                });
                stopper.start();
                runner.run(new ThreadExecutor(), plan("round-" + round, workers[round % workers.length]));
                stopper.join();
            }
        }
        try (var store = SqliteStore.open(file)) {
            var study = Study.open(store, NAME, InstantSource.system(), LEASE);
            runner(study, home).run(new ThreadExecutor(), plan("last", 4));
            assertThat(TrialLines.of(study.refresh())).isEqualTo(one);
            assertThat(Replay.of(store, NAME, trial -> {}).differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"tpe, median", "random, asha", "gp, none"})
    void aStudyThatWasNotDeterministicIsReplayedInTheOrderThatHappened(String sampler, String scheduler)
            throws Exception {
        var lagged = spec(sampler, scheduler, new Budget.Trials(25), 1);
        var spec = new StudySpec(
                NAME, 3, lagged.problem(), lagged.budget(), lagged.search(), lagged.knowledge(), lagged.errand());
        try (var store = SqliteStore.open(folder.resolve("free.db"))) {
            var study = Study.create(store, spec, InstantSource.system(), LEASE);
            runner(study, home("free")).run(new ThreadExecutor(), plan("free", 6));
            var replay = Replay.of(store, NAME, trial -> {});
            assertThat(replay.differences()).isEmpty();
            assertThat(replay.proposals()).isGreaterThan(10);
            assertThat(replay.given()).isEqualTo(1);
        }
    }
}

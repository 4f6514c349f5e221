package dev.sweetspot.study;

import dev.sweetspot.executor.ThreadExecutor;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Samplers;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.FolderArtifacts;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.store.StoreException;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.FunctionWorkload;
import dev.sweetspot.workload.TrialFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A search with a function of this JVM, remembered as long as this JVM lives; the shortest way in:
 *
 * <pre>{@code
 * var x = Parameter.real("x", -5, 5);
 * var best = Optimization.of(Objective.minimize("loss"), trial -> Math.abs(trial.suggest(x) - 2))
 *         .run(new Budget.Trials(100), Clock.systemUTC());
 * }</pre>
 *
 * @param space what can be chosen; empty when the function suggests all its parameters itself (define-by-run)
 * @param fidelity how much of a trial can be run, for functions that report on the way
 * @param search who proposes and who decides what runs
 * @param seed from which everything drawn follows
 * @param workers how many trials run at once; with more than one, the function is called by several threads
 */
public record Optimization(
        Objective objective,
        TrialFunction function,
        SearchSpace space,
        Fidelity fidelity,
        StudySpec.Search search,
        long seed,
        int workers) {
    private static final String NAME = "optimization";
    private static final Duration LEASE = Duration.ofMinutes(1);

    /**
     * Define-by-run, with one worker, seed 0 and whatever sampler and scheduler choose by themselves: {@code auto} where
     * the samplers and schedulers are on the class path, else random search.
     */
    public static Optimization of(Objective objective, TrialFunction function) {
        return new Optimization(
                objective,
                function,
                SearchSpace.empty(),
                Fidelity.WHOLE,
                new StudySpec.Search(Samplers.usual(), Schedulers.usual()),
                0,
                1);
    }

    /** The same in a declared space. */
    public Optimization in(SearchSpace declared) {
        return new Optimization(objective, function, declared, fidelity, search, seed, workers);
    }

    /** The same for a function that reports on the way. */
    public Optimization with(Fidelity parts) {
        return new Optimization(objective, function, space, parts, search, seed, workers);
    }

    /** The same with another sampler or scheduler. */
    public Optimization with(StudySpec.Search other) {
        return new Optimization(objective, function, space, fidelity, other, seed, workers);
    }

    /** The same with another seed. */
    public Optimization withSeed(long other) {
        return new Optimization(objective, function, space, fidelity, search, other, workers);
    }

    /** The same with so many trials at once. */
    public Optimization withWorkers(int count) {
        return new Optimization(objective, function, space, fidelity, search, seed, count);
    }

    /**
     * Searches, and returns the best trial; where trials were repeated, the first of those with the configuration that is
     * chosen, see {@link Study#choice}.
     *
     * @param clock what the times of the events, and of {@link Budget.Until}, are read from
     * @throws NoSuchElementException when no trial ran to its end, with the reason of the last failure
     */
    public Trial run(Budget budget, InstantSource clock) throws InterruptedException {
        var study = study(budget, clock);
        var history = study.history();
        return study.choice()
                .map(choice -> choice.chosen().trial())
                .orElseThrow(() -> new NoSuchElementException("none of " + history.size() + " trials ran to its end"
                        + history.finished()
                                .reduce((first, second) -> second)
                                .flatMap(Trial::outcome)
                                .map(outcome -> "; the last: " + outcome)
                                .orElse("")));
    }

    /**
     * Searches, and returns all of it.
     *
     * @param clock as in {@link #run}
     */
    public Study study(Budget budget, InstantSource clock) throws InterruptedException {
        var spec = new StudySpec(
                NAME, seed, space, List.of(objective), fidelity, budget, search, List.of(), Form.of(Map.of()));
        var study = Study.create(new InMemoryStore(), spec, clock, LEASE);
        var folder = folder();
        var artifacts = new FolderArtifacts(folder.resolve("kept"));
        try {
            new StudyRunner(
                            study,
                            artifacts,
                            new FunctionWorkload(space, objective, fidelity, function),
                            folder.resolve("scratch"))
                    .run(
                            new ThreadExecutor(),
                            new RunPlan("worker", workers, 1, Long.MAX_VALUE, Duration.ofSeconds(2)));
            return study;
        } finally {
            artifacts.deleteAll(NAME);
            remove(folder.resolve("kept"));
            remove(folder.resolve("scratch"));
            remove(folder);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sweetspot-");
        } catch (IOException e) {
            throw new StoreException(
                    "no folder for checkpoints could be made (" + e.getMessage() + "). Maybe the disk is full?",
                    new UncheckedIOException(e));
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException left) {
            System.getLogger(Optimization.class.getName())
                    .log(System.Logger.Level.DEBUG, "could not remove " + folder, left);
        }
    }
}

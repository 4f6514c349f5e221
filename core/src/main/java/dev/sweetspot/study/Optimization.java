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
import dev.sweetspot.trial.Knowledge;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Preference;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Trial;
import dev.sweetspot.workload.FunctionWorkload;
import dev.sweetspot.workload.MeasuringFunction;
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
import java.util.OptionalInt;

/**
 * A search with a function of this JVM, remembered as long as this JVM lives; the shortest way in:
 *
 * <pre>{@code
 * var x = Parameter.real("x", -5, 5);
 * var best = Optimization.of(Objective.minimize("loss"), trial -> Math.abs(trial.suggest(x) - 2))
 *         .run(new Budget.Trials(100), Clock.systemUTC());
 * }</pre>
 *
 * @param objectives what is to be made better; several have a front, or whatever is preferred among them
 * @param space what can be chosen; empty when the function suggests all its parameters itself (define-by-run)
 * @param fidelity how much of a trial can be run, for functions that report on the way
 * @param search who proposes and who decides what runs
 * @param seed from which everything drawn follows
 * @param workers how many trials run at once; with more than one, the function is called by several threads
 * @param lag by how many runs decisions lag behind, see {@link StudySpec#lag}; empty where they see all that has happened
 */
public record Optimization(
        List<Objective> objectives,
        Preference preference,
        MeasuringFunction function,
        SearchSpace space,
        Fidelity fidelity,
        StudySpec.Search search,
        long seed,
        int workers,
        OptionalInt lag) {
    private static final String NAME = "optimization";
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Keeps a copy. */
    public Optimization {
        objectives = List.copyOf(objectives);
    }

    /**
     * Define-by-run, with one worker, seed 0 and whatever sampler and scheduler choose by themselves: {@code auto} where
     * the samplers and schedulers are on the class path, else random search.
     */
    public static Optimization of(Objective objective, TrialFunction function) {
        return of(List.of(objective), trial -> Measurements.of(objective.name(), function.value(trial)));
    }

    /** The same with several objectives, the front of which is sought. */
    public static Optimization of(List<Objective> objectives, MeasuringFunction function) {
        return new Optimization(
                objectives,
                Preference.front(),
                function,
                SearchSpace.empty(),
                Fidelity.WHOLE,
                new StudySpec.Search(Samplers.usual(), Schedulers.usual()),
                0,
                1,
                OptionalInt.empty());
    }

    /** The same in a declared space. */
    public Optimization in(SearchSpace declared) {
        return new Optimization(objectives, preference, function, declared, fidelity, search, seed, workers, lag);
    }

    /** The same for a function that reports on the way. */
    public Optimization with(Fidelity parts) {
        return new Optimization(objectives, preference, function, space, parts, search, seed, workers, lag);
    }

    /** The same with another sampler or scheduler. */
    public Optimization with(StudySpec.Search other) {
        return new Optimization(objectives, preference, function, space, fidelity, other, seed, workers, lag);
    }

    /** The same with what is preferred among several objectives. */
    public Optimization with(Preference other) {
        return new Optimization(objectives, other, function, space, fidelity, search, seed, workers, lag);
    }

    /** The same with another seed. */
    public Optimization withSeed(long other) {
        return new Optimization(objectives, preference, function, space, fidelity, search, other, workers, lag);
    }

    /** The same with so many trials at once. */
    public Optimization withWorkers(int count) {
        return new Optimization(objectives, preference, function, space, fidelity, search, seed, count, lag);
    }

    /**
     * The same, deterministic: the same seed gives the same trials, bit for bit, with any number of workers, if the function
     * gives the same values for the same configuration and seed.
     *
     * @param runs by how many decisions lag behind: at least as many as workers, so that all are busy;
     *     {@link StudySpec#USUAL_LAG} does for most
     */
    public Optimization lagging(int runs) {
        return new Optimization(
                objectives, preference, function, space, fidelity, search, seed, workers, OptionalInt.of(runs));
    }

    /**
     * Searches, and returns the best trial; where trials were repeated, the first of those with the configuration that is
     * chosen, see {@link Study#choice}; of a front the one that is nearest to the best of each objective.
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
        var spec = new StudySpec(NAME, seed, problem(), budget, search, Knowledge.NONE, Form.of(Map.of()), lag);
        var study = Study.create(new InMemoryStore(), spec, clock, LEASE);
        var folder = folder();
        var artifacts = new FolderArtifacts(folder.resolve("kept"));
        try {
            new StudyRunner(
                            study,
                            artifacts,
                            new FunctionWorkload(space, objectives, fidelity, function),
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

    /** What is sought: {@code history.front(problem())} is the front. */
    public Problem problem() {
        return new Problem(space, objectives, List.of(), fidelity, preference);
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

package dev.sweetspot.insight;

import dev.sweetspot.choice.NoRepeats;
import dev.sweetspot.choice.Repeats;
import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Seeds;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A study of a function that is made for a test.
 *
 * @param space what can be chosen
 * @param objectives what is sought
 * @param constraints limits
 * @param sampler who searches
 * @param repeats what is repeated
 * @param first what is tried before
 * @param trials how many
 */
public record Searched(
        SearchSpace space,
        List<Objective> objectives,
        List<Constraint> constraints,
        Sampler sampler,
        Repeats repeats,
        List<Configuration> first,
        int trials) {
    /** What a trial takes, in seconds, unless it says otherwise. */
    public static final double SECONDS = 10;

    /** What a trial gives. */
    @FunctionalInterface
    public interface Answer {
        /** How it ends. */
        Outcome of(Configuration configuration, RandomGenerator random);
    }

    /** Random search of one objective, the loss. */
    public static Searched randomly(SearchSpace space, int trials) {
        return new Searched(
                space,
                List.of(Objective.minimize("loss")),
                List.of(),
                new RandomSearch(),
                new NoRepeats(),
                List.of(),
                trials);
    }

    /** The same by another sampler. */
    public Searched by(Sampler other) {
        return new Searched(space, objectives, constraints, other, repeats, first, trials);
    }

    /** The same with repeats. */
    public Searched repeating(Repeats other) {
        return new Searched(space, objectives, constraints, sampler, other, first, trials);
    }

    /** The same with limits. */
    public Searched within(Constraint... limits) {
        return new Searched(space, objectives, List.of(limits), sampler, repeats, first, trials);
    }

    /** The same of these objectives. */
    public Searched seeking(Objective... others) {
        return new Searched(space, List.of(others), constraints, sampler, repeats, first, trials);
    }

    /** The same after these. */
    public Searched after(Configuration... others) {
        return new Searched(space, objectives, constraints, sampler, repeats, List.of(others), trials);
    }

    /** The study at its end. */
    public Studied answered(long seed, Answer answer) {
        var spec = new StudySpec(
                        "study",
                        seed,
                        space,
                        objectives,
                        Fidelity.WHOLE,
                        new Budget.Trials(trials),
                        new StudySpec.Search(sampler, new RunToTheEnd(), repeats),
                        first,
                        Form.of(Map.of()))
                .with(constraints);
        var study = Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, Duration.ofHours(1));
        while (study.ask(new Claim("worker", 1, 1, Duration.ZERO)) instanceof Ask.Run run) {
            var random = Seeds.generator(run.trial().seed());
            run.trial().finish(answer.of(run.trial().trial().configuration(), random), SECONDS);
        }
        return Studied.of(study);
    }

    /** The study of a loss under normal noise. */
    public Studied of(long seed, double noise, ToDoubleFunction<Configuration> loss) {
        return answered(
                seed,
                (configuration, random) -> new Outcome.Completed(
                        Measurements.of("loss", loss.applyAsDouble(configuration) + noise * random.nextGaussian())));
    }

    /** A number of a configuration. */
    public static double number(Configuration configuration, String name) {
        return ((Number) configuration.values().get(name)).doubleValue();
    }

    /** So many numbers from 0 to 1: x0, x1, ... */
    public static SearchSpace cube(int count) {
        var space = SearchSpace.empty();
        for (int i = 0; i < count; i++) {
            space = space.with(Parameter.real("x" + i, 0, 1));
        }
        return space;
    }
}

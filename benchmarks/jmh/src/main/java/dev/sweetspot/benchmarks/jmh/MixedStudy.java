package dev.sweetspot.benchmarks.jmh;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.Sampler;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.StableRandom;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A study of eight mixed parameters (four real ones, two of them logarithmic, two whole ones, two choices) whose trials
 * cost nothing, so that what is measured is the search alone. Other tools were measured on the same space and function.
 */
public final class MixedStudy {
    private static final SearchSpace SPACE = SearchSpace.of(
            Parameter.real("lr", 1e-5, 1).logarithmic(),
            Parameter.real("wd", 1e-6, 0.1).logarithmic(),
            Parameter.real("mom", 0, 1),
            Parameter.real("drop", 0, 0.9),
            Parameter.integer("units", 16, 1024).logarithmic(),
            Parameter.integer("layers", 1, 10),
            Parameter.categorical("opt", "sgd", "adam", "rms", "ada"),
            Parameter.categorical("act", "relu", "tanh", "gelu"));
    private static final Claim CLAIM = new Claim("benchmark", 1, 1, Duration.ZERO);
    private static final int NUMBERS = 6;

    private final Study study;

    /**
     * A study that knows some trials already.
     *
     * @param finished how many random trials it knows
     */
    public MixedStudy(Sampler sampler, int finished) {
        var spec = new StudySpec(
                "suggestion",
                1,
                SPACE,
                List.of(Objective.minimize("value")),
                Fidelity.WHOLE,
                // Far from its end: what is measured is the middle of a long search.
                new Budget.Planned(new Budget.Trials(Math.max(100, 2 * finished))),
                new StudySpec.Search(sampler, new RunToTheEnd()),
                List.of(),
                Form.of(Map.of()));
        study = Study.create(new InMemoryStore(), spec, () -> Instant.EPOCH, Duration.ofHours(1));
        var random = new StableRandom(5);
        for (int i = 0; i < finished; i++) {
            var configuration = Encoding.of(SPACE).draw(random).orElseThrow();
            study.begin(configuration, CLAIM).tell(Measurements.of("value", value(configuration)), 0);
        }
    }

    /** Asks once and tells the result. */
    public Configuration askAndTell() {
        if (!(study.ask(CLAIM) instanceof Ask.Run run)) {
            throw new IllegalStateException("an endless space cannot be exhausted");
        }
        var configuration = run.trial().trial().configuration();
        run.trial().tell(Measurements.of("value", value(configuration)), 0);
        return configuration;
    }

    /** How many trials it knows. */
    public int size() {
        return study.history().size();
    }

    /** A bowl in the unit cube, and two choices that are better than the others. */
    static double value(Configuration configuration) {
        var point = Encoding.of(SPACE).encode(configuration);
        double sum = 0;
        for (int i = 0; i < NUMBERS; i++) {
            sum += (point[i] - 0.37) * (point[i] - 0.37);
        }
        sum += "adam".equals(configuration.values().get("opt")) ? 0 : 0.1;
        return sum + ("gelu".equals(configuration.values().get("act")) ? 0 : 0.05);
    }
}

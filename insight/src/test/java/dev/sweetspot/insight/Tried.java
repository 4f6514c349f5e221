package dev.sweetspot.insight;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Encoding;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Studies that tests write down, trial by trial. */
public final class Tried {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SearchSpace space;
    private final List<Objective> objectives;
    private final List<Constraint> constraints;
    private final Fidelity fidelity;
    private History history = History.EMPTY;

    public Tried(SearchSpace space, Objective... objectives) {
        this(space, Fidelity.WHOLE, List.of(), objectives);
    }

    public Tried(SearchSpace space, Fidelity fidelity, List<Constraint> constraints, Objective... objectives) {
        this.space = space;
        this.fidelity = fidelity;
        this.constraints = constraints;
        this.objectives = List.of(objectives);
    }

    /** A study of random search of a function that is to be small. */
    public static Studied of(SearchSpace space, int trials, long seed, ToDoubleFunction<Configuration> function) {
        var random = new SplittableRandom(seed);
        var tried = new Tried(space, Objective.minimize("loss"));
        for (int i = 0; i < trials; i++) {
            var configuration = Encoding.of(space).draw(random).orElseThrow();
            tried.complete(configuration, Measurements.of("loss", function.applyAsDouble(configuration)), 1);
        }
        return tried.studied();
    }

    /** The number of a trial begun now. */
    public int start(Configuration configuration, Start start) {
        int number = history.size();
        history = history.and(
                new Event.Started(number, NOON, configuration, Origin.given("test"), start, fidelity.most(), "w", 1));
        return number;
    }

    public void report(int trial, double at, Measurements values, double seconds) {
        history = history.and(new Event.Reported(trial, NOON, at, values, seconds, Optional.empty()));
    }

    public void finish(int trial, Outcome outcome, double seconds) {
        history = history.and(new Event.Finished(trial, NOON, outcome, seconds));
    }

    /** The number of a trial that ran to its end. */
    public int complete(Configuration configuration, Measurements values, double seconds) {
        int number = start(configuration, Start.FRESH);
        finish(number, new Outcome.Completed(values), seconds);
        return number;
    }

    public Studied studied() {
        var spec = new StudySpec(
                        "study",
                        1,
                        space,
                        objectives,
                        fidelity,
                        new Budget.Trials(1),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(constraints);
        return new Studied(spec, space, history);
    }
}

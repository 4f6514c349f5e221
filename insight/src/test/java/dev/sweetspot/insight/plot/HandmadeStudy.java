package dev.sweetspot.insight.plot;

import dev.sweetspot.form.Form;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Configuration;
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

/** A study whose trials a test gives one by one, so that it knows what must be drawn. */
final class HandmadeStudy {
    private final SearchSpace space;
    private final List<Objective> objectives;
    private final List<Constraint> constraints;
    private final Fidelity fidelity;
    private History history = History.EMPTY;
    private double now;
    private String worker = "w";

    HandmadeStudy(SearchSpace space, Objective... objectives) {
        this(space, List.of(), Fidelity.WHOLE, objectives);
    }

    HandmadeStudy(SearchSpace space, List<Constraint> constraints, Fidelity fidelity, Objective... objectives) {
        this.space = space;
        this.objectives = List.of(objectives);
        this.constraints = constraints;
        this.fidelity = fidelity;
    }

    private Instant at() {
        return Instant.EPOCH.plusMillis(Math.round(now * 1000));
    }

    /** What happens next happens so many seconds after the study began. */
    HandmadeStudy at(double seconds) {
        now = seconds;
        return this;
    }

    /** Who does what happens next. */
    HandmadeStudy by(String name) {
        worker = name;
        return this;
    }

    /** Begins a trial; its number. */
    int begin(Map<String, ?> values) {
        return begin(values, Start.FRESH);
    }

    int begin(Map<String, ?> values, Start start) {
        int number = history.size();
        history = history.and(new Event.Started(
                number, at(), Configuration.of(values), Origin.given("by hand"), start, fidelity.most(), worker, 1));
        return number;
    }

    void report(int trial, double reached, Measurements values) {
        history = history.and(new Event.Reported(trial, at(), reached, values, reached, Optional.empty()));
    }

    void pause(int trial) {
        history = history.and(new Event.Paused(trial, at(), "not one of the best", Optional.empty()));
    }

    void resume(int trial) {
        double from = history.trial(trial).curve().reached();
        history = history.and(new Event.Resumed(trial, at(), from, fidelity.most(), worker, "resumed"));
    }

    void end(int trial, Outcome outcome, double seconds) {
        history = history.and(new Event.Finished(trial, at(), outcome, seconds));
    }

    /** A trial that ran to its end at once. */
    int complete(Map<String, ?> values, Measurements measured, double seconds) {
        int trial = begin(values);
        end(trial, new Outcome.Completed(measured), seconds);
        return trial;
    }

    /** A trial that ran to its end in a second. */
    int complete(Map<String, ?> values, Measurements measured) {
        return complete(values, measured, 1);
    }

    Studied studied() {
        var spec = new StudySpec(
                        "handmade",
                        1,
                        space,
                        objectives,
                        fidelity,
                        new Budget.Trials(Math.max(1, history.size())),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(constraints);
        return new Studied(spec, space, history);
    }
}

package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Constraint;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What programs are told of a job. */
class TuneFormsTest {
    @Test
    void eachTrialIsCountedOnce() {
        var spec = new StudySpec(
                        "cells",
                        1,
                        SearchSpace.of(Parameter.real("x", 0, 1)),
                        List.of(Objective.maximize("accuracy")),
                        Fidelity.epochs(4),
                        new Budget.Trials(9),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(List.of(new Constraint("size", Constraint.Bound.AT_MOST, 10, Constraint.Known.AFTER)));
        var study = Study.create(new InMemoryStore(), spec, Clock.systemUTC(), Duration.ofDays(1));
        var claim = new Claim("worker", 1, 1, Duration.ZERO);
        for (double size : new double[] {5, 50, 6}) {
            ((Ask.Run) study.ask(claim))
                    .trial()
                    .tell(Measurements.of("accuracy", 0.5).and("size", size), 1);
        }
        study.ask(claim);

        assertThat(Json.write(TuneForms.counts(study.history())))
                .isEqualTo("{\"completed\":2,\"stopped\":0,\"failed\":0,\"over_limit\":1,\"running\":1,\"total\":4}");
    }
}

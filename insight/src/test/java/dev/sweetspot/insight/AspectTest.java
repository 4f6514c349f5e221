package dev.sweetspot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
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

class AspectTest {
    private static Studied studied() {
        var spec = new StudySpec(
                        "cells",
                        1,
                        SearchSpace.of(Parameter.real("x", 0, 1)),
                        List.of(Objective.maximize("accuracy")),
                        Fidelity.WHOLE,
                        new Budget.Trials(1),
                        new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                        List.of(),
                        Form.of(Map.of()))
                .with(List.of(new Constraint("speed", Constraint.Bound.AT_LEAST, 10, Constraint.Known.AFTER)));
        var study = Study.create(new InMemoryStore(), spec, Clock.systemUTC(), Duration.ofMinutes(1));
        ((Ask.Run) study.ask(new Claim("worker", 1, 1, Duration.ZERO)))
                .trial()
                .tell(Measurements.of("accuracy", 0.9).and("speed", 12), 3);
        return Studied.of(study);
    }

    @Test
    void aStudyIsAskedAboutItsObjectivesItsConstraintsAndTheTime() {
        var studied = studied();
        var trial = studied.history().trial(0);

        assertThat(Aspect.of(studied)).extracting(Aspect::name).containsExactly("accuracy", "speed", "seconds");
        assertThat(Aspect.of(studied))
                .extracting(aspect -> aspect.of(trial).orElseThrow())
                .containsExactly(0.9, 12.0, 3.0);
    }

    @Test
    void lessIsBetterInEachLoss() {
        assertThat(Aspect.of(studied())).extracting(aspect -> aspect.loss(2)).containsExactly(-2.0, -2.0, 2.0);
    }
}

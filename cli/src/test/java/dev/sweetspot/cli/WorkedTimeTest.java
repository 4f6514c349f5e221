package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.form.Form;
import dev.sweetspot.sampler.RandomSearch;
import dev.sweetspot.scheduler.RunToTheEnd;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.store.InMemoryStore;
import dev.sweetspot.study.ActiveTrial;
import dev.sweetspot.study.Ask;
import dev.sweetspot.study.Budget;
import dev.sweetspot.study.Claim;
import dev.sweetspot.study.Study;
import dev.sweetspot.study.StudySpec;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time in which a study was worked on, told apart from the sum of what its trials took. */
class WorkedTimeTest {
    private static final Claim CLAIM = new Claim("worker", 1, 1, Duration.ZERO);

    private final InMemoryStore store = new InMemoryStore();
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");
    private final Study study = Study.create(
            store,
            new StudySpec(
                    "cells",
                    1,
                    SearchSpace.of(Parameter.real("x", 0, 1)),
                    List.of(Objective.maximize("accuracy")),
                    Fidelity.epochs(4),
                    new Budget.Trials(9),
                    new StudySpec.Search(new RandomSearch(), new RunToTheEnd()),
                    List.of(),
                    Form.of(Map.of())),
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            Duration.ofDays(1));

    private void pass(int minutes) {
        now = now.plus(Duration.ofMinutes(minutes));
    }

    private ActiveTrial begin() {
        return ((Ask.Run) study.ask(CLAIM)).trial();
    }

    private double minutes() {
        return WorkedTime.minutes(store, "cells");
    }

    @Test
    void aStudyWithoutTrialsWasNotWorkedOn() {
        assertThat(minutes()).isZero();
    }

    @Test
    void trialsSideBySideCountOnceAndBreaksNotAtAll() {
        var one = begin();
        pass(2);
        var two = begin();
        pass(3);
        one.tell(Measurements.of("accuracy", 0.5), 300);
        pass(1);
        two.tell(Measurements.of("accuracy", 0.6), 240);
        assertThat(minutes()).isCloseTo(6, within(1e-9));

        pass(60);
        var three = begin();
        pass(4);
        three.tell(Measurements.of("accuracy", 0.7), 240);
        assertThat(minutes()).isCloseTo(10, within(1e-9));
    }

    @Test
    void ofATrialThatWasKilledItsLastReportCounts() {
        var one = begin();
        pass(3);
        one.report(1, Measurements.of("accuracy", 0.5), 180, Optional.empty());
        pass(90);
        assertThat(minutes()).isCloseTo(3, within(1e-9));
    }
}

package dev.sweetspot.schedulers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.scheduler.Scheduler;
import dev.sweetspot.scheduler.Schedulers;
import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Means;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MedianRuleTest {
    private static final MedianRule RULE = new MedianRule(3, 0.2);
    private History history = History.EMPTY;

    private void trial(double... accuracies) {
        int number = history.size();
        history = history.and(new Event.Started(
                number, Instant.EPOCH, Configuration.empty(), Origin.given("test"), Start.FRESH, 10, "w", 1));
        for (int i = 0; i < accuracies.length; i++) {
            history = history.and(new Event.Reported(
                    number, Instant.EPOCH, i + 1, Measurements.of("accuracy", accuracies[i]), i, Optional.empty()));
        }
    }

    private Scheduler.Verdict judge(int trial) {
        var problem = new Problem(
                SearchSpace.empty(), List.of(Objective.maximize("accuracy")), List.of(), Fidelity.epochs(10));
        return RULE.judge(new Scheduler.Situation(problem, history, Means.ENDLESS), trial);
    }

    @Test
    void aTrialBelowTheMedianIsStoppedWithTheNumbers() {
        trial(0.5, 0.7);
        trial(0.6, 0.8);
        trial(0.1, 0.3);
        trial(0.55, 0.4);
        // Running means at epoch 2 of the others: 0.6, 0.7, 0.2; their median is 0.6.
        assertThat(judge(3))
                .isEqualTo(new Scheduler.Verdict.Stop(
                        "accuracy 0.5500 was worse than the median of 3 trials at 2.00 epochs, 0.6000"));
    }

    @Test
    void aTrialAboveTheMedianGoesOn() {
        trial(0.5, 0.7);
        trial(0.6, 0.8);
        trial(0.1, 0.3);
        trial(0.2, 0.65);
        assertThat(judge(3)).isEqualTo(Scheduler.Verdict.CONTINUE);
    }

    @Test
    void nobodyIsJudgedByTooFewOrTooEarly() {
        trial(0.9, 0.9);
        trial(0.9, 0.9);
        trial(0.1, 0.1);
        assertThat(judge(2)).isEqualTo(Scheduler.Verdict.CONTINUE);
        trial(0.9, 0.9);
        trial(0.1);
        assertThat(judge(4)).isEqualTo(Scheduler.Verdict.CONTINUE);
    }

    @Test
    void aTrialOfNothingButNaNIsNotJudgedAndDoesNotJudge() {
        trial(Double.NaN, Double.NaN);
        trial(0.5, 0.5);
        trial(0.5, 0.5);
        trial(0.1, 0.1);
        assertThat(judge(3)).isEqualTo(Scheduler.Verdict.CONTINUE);
        assertThat(judge(0)).isEqualTo(Scheduler.Verdict.CONTINUE);
    }

    @Test
    void itIsInstalledUnderItsName() {
        assertThat(Schedulers.named("median")).isEqualTo(new MedianRule());
    }
}

package dev.sweetspot.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.Fidelity;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Outcome;
import dev.sweetspot.trial.Problem;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.maximize("accuracy")),
            List.of(),
            Fidelity.epochs(4));

    private History history = History.EMPTY;

    private int start(double x, Start start) {
        int number = history.size();
        history = history.and(new Event.Started(
                number, Instant.EPOCH, Configuration.of(Map.of("x", x)), Origin.given("test"), start, 4, "w", 1));
        return number;
    }

    private int ended(double x, Start start, double accuracy, double logLoss) {
        int number = start(x, start);
        var values = Measurements.of("accuracy", accuracy).and("log_loss", logLoss);
        history = history.and(new Event.Finished(number, Instant.EPOCH, new Outcome.Completed(values), 1));
        return number;
    }

    private Choice choice() {
        return new BestMean()
                .choose(PROBLEM, history, Runs.of(PROBLEM, history))
                .orElseThrow();
    }

    @Test
    void beforeAnythingWasRepeatedTheBestValueWinsAndNothingIsSaidOfLuck() {
        ended(0.1, Start.FRESH, 0.9, 1);
        ended(0.2, Start.FRESH, 0.945, 1);

        assertThat(choice().chosen().trial().number()).isEqualTo(1);
        assertThat(choice().chosen().margin()).isEmpty();
        assertThat(choice().reason())
                .isEqualTo(
                        "Trial 1 has the best accuracy, 0.9450; nothing was repeated, so how much of that is luck is not "
                                + "known.");
    }

    @Test
    void onceRepeatsDifferASingleLuckyValueDoesNotWin() {
        ended(0.1, Start.FRESH, 0.94, 1);
        ended(0.2, Start.FRESH, 0.95, 1);
        ended(0.1, new Start.Repeat(0), 0.93, 1);
        ended(0.1, new Start.Repeat(0), 0.95, 1);

        var choice = choice();

        assertThat(choice.luck()).isEqualTo(Choice.Luck.SOME);
        assertThat(choice.chosen().trial().number()).isZero();
        assertThat(choice.chosen().runs()).hasSize(3);
        assertThat(choice.chosen().mean()).isEqualTo(0.94, within(1e-12));
        // The deviation of 0.94, 0.93, 0.95 is 0.01; 1.96 * 0.01 / sqrt(3) = 0.0113.
        assertThat(choice.chosen().margin().getAsDouble()).isEqualTo(0.0113, within(1e-4));
        assertThat(choice.reason())
                .startsWith("Trial 0 (mean of 3: 0.9400, expected 0.9400 +- 0.011) is chosen over trial 1 (once");
    }

    @Test
    void equalResultsOfARepeatShowThatThereIsNoLuck() {
        ended(0.1, Start.FRESH, 0.94, 1);
        ended(0.2, Start.FRESH, 0.95, 1);
        ended(0.1, new Start.Repeat(0), 0.94, 1);

        assertThat(choice().luck()).isEqualTo(Choice.Luck.NONE);
        assertThat(choice().chosen().trial().number()).isEqualTo(1);
    }

    @Test
    void equalAccuracyWithAnotherLogLossIsChance() {
        ended(0.1, Start.FRESH, 0.94, 0.31);
        ended(0.1, new Start.Repeat(0), 0.94, 0.29);

        assertThat(choice().luck()).isEqualTo(Choice.Luck.SOME);
    }

    @Test
    void whatWasCutShortCountsWhereThatIsAskedForAndFailuresNever() {
        ended(0.1, Start.FRESH, 0.9, 1);
        int cut = start(0.2, Start.FRESH);
        history = history.and(new Event.Reported(
                        cut, Instant.EPOCH, 2, Measurements.of("accuracy", 0.92), 1, Optional.empty()))
                .and(new Event.Paused(cut, Instant.EPOCH, "the time is over", Optional.empty()));
        int failed = start(0.3, Start.FRESH);
        history = history.and(new Event.Reported(
                        failed, Instant.EPOCH, 2, Measurements.of("accuracy", 0.99), 1, Optional.empty()))
                .and(new Event.Finished(failed, Instant.EPOCH, new Outcome.Failed(Outcome.Cause.NOT_FINITE, "NaN"), 1));

        assertThat(choice().chosen().trial().number()).isEqualTo(cut);
        assertThat(choice().contenders()).hasSize(2);
        assertThat(Choice.of(PROBLEM, history).orElseThrow().chosen().trial().number())
                .isZero();
    }

    @Test
    void nothingIsChosenBeforeAnyTrialHasAValue() {
        assertThat(Choice.of(PROBLEM, history)).isEmpty();
        start(0.1, Start.FRESH);
        assertThat(Choice.ofAll(PROBLEM, history)).isEmpty();
    }

    private static final Problem BY_FOLDS = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1)),
            List.of(Objective.maximize("accuracy")),
            List.of(),
            Fidelity.folds(10));

    private int folds(double x, double... accuracies) {
        int number = start(x, Start.FRESH);
        for (int fold = 0; fold < accuracies.length; fold++) {
            history = history.and(new Event.Reported(
                    number,
                    Instant.EPOCH,
                    fold + 1,
                    Measurements.of("accuracy", accuracies[fold]),
                    fold + 1,
                    Optional.empty()));
        }
        return number;
    }

    private void stop(int number, double accuracy) {
        history = history.and(new Event.Finished(
                number, Instant.EPOCH, new Outcome.StoppedEarly(Measurements.of("accuracy", accuracy), "worse"), 1));
    }

    private void complete(int number, double accuracy) {
        history = history.and(new Event.Finished(
                number, Instant.EPOCH, new Outcome.Completed(Measurements.of("accuracy", accuracy)), 1));
    }

    @Test
    void aMeanOverThreeEasyFoldsIsNoRivalOfOneOverTen() {
        complete(folds(0.1, 0.99, 0.98, 0.97, 0.9, 0.9, 0.89, 0.88, 0.87, 0.86, 0.85), 0.85);
        stop(folds(0.2, 0.96, 0.95, 0.94), 0.94);

        var choice = Choice.ofAll(BY_FOLDS, history).orElseThrow();
        assertThat(choice.contenders()).hasSize(1);
        assertThat(choice.chosen().trial().number()).isZero();
        assertThat(choice.chosen().mean()).isEqualTo(0.85);
        assertThat(history.best(BY_FOLDS, history.trials())).contains(history.trial(0));
    }

    @Test
    void beforeAnyTrialHasRunThroughAllFoldsThoseCountThatCameFurthestAndTheirMeanSoFar() {
        folds(0.1, 0.99, 0.7);
        folds(0.2, 0.9);
        folds(0.3, 0.8, 0.75);

        var choice = Choice.ofAll(BY_FOLDS, history).orElseThrow();
        assertThat(choice.contenders())
                .extracting(each -> each.trial().number())
                .containsExactly(2, 0);
        assertThat(choice.chosen().mean()).isEqualTo(0.75);
    }
}

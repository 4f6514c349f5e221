package dev.sweetspot.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.choice.Choice;
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
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Trials of which each told its accuracy, its log loss, and, where a case says so, how far both may be from the truth. */
class SurestTest {
    private static final Problem PROBLEM = new Problem(
            SearchSpace.of(Parameter.real("x", 0, 1000)),
            List.of(Objective.maximize("accuracy")),
            List.of(),
            Fidelity.WHOLE);

    private Problem problem = PROBLEM;
    private History history = History.EMPTY;

    private SurestTest trial(double accuracy, double logLoss, double error) {
        var values = Measurements.of("accuracy", accuracy).and("log_loss", logLoss);
        ended(error > 0 ? values.and("accuracy_standard_error", error).and("log_loss_standard_error", error) : values);
        return this;
    }

    /** One that had all items right, and was so sure after each epoch; its best one counts. */
    private SurestTest epochs(double... logLosses) {
        int number = started();
        for (int i = 0; i < logLosses.length; i++) {
            var values = Measurements.of("accuracy", 1.0).and("log_loss", logLosses[i]);
            history = history.and(new Event.Reported(number, Instant.EPOCH, i + 1, values, i + 1, Optional.empty()));
        }
        double best = DoubleStream.of(logLosses).min().orElseThrow();
        finished(number, Measurements.of("accuracy", 1.0).and("log_loss", best));
        return this;
    }

    /** One that was measured on each fold; all are told to be uncertain by the error of items. */
    private SurestTest folds(double error, double... accuracies) {
        problem = new Problem(
                PROBLEM.space(), PROBLEM.objectives(), PROBLEM.constraints(), Fidelity.folds(accuracies.length));
        int number = started();
        double sum = 0;
        for (int i = 0; i < accuracies.length; i++) {
            sum += accuracies[i];
            var values = Measurements.of("accuracy", sum / (i + 1)).and("fold_accuracy", accuracies[i]);
            history = history.and(new Event.Reported(number, Instant.EPOCH, i + 1, values, i + 1, Optional.empty()));
        }
        finished(number, Measurements.of("accuracy", sum / accuracies.length).and("accuracy_standard_error", error));
        return this;
    }

    private void ended(Measurements values) {
        finished(started(), values);
    }

    private int started() {
        int number = history.size();
        var configuration = Configuration.of(Map.of("x", (double) number));
        history = history.and(
                new Event.Started(number, Instant.EPOCH, configuration, Origin.given("test"), Start.FRESH, 1, "w", 1));
        return number;
    }

    private void finished(int number, Measurements values) {
        history = history.and(new Event.Finished(number, Instant.EPOCH, new Outcome.Completed(values), 1));
    }

    private Choice choice() {
        return Winner.of(problem, history, false);
    }

    private int chosen() {
        return choice().chosen().trial().number();
    }

    @Test
    void theDefaultWinsWhereTheBestIsNotBetterByMoreThanTheError() {
        trial(0.97, 0.10, 0.02).trial(0.98, 0.09, 0.02).trial(0.90, 0.30, 0.03);

        assertThat(chosen()).isZero();
        assertThat(choice().reason())
                .isEqualTo(
                        "2 of 3 configurations are within the error of the best accuracy, 0.9800: so few items tell it to +-"
                                + " 0.020 only. The default is one of them and is chosen: it was not fitted to these items.");
    }

    @Test
    void whatIsBetterByMoreThanTheErrorWins() {
        trial(0.90, 0.10, 0.02).trial(0.98, 0.09, 0.02);

        assertThat(chosen()).isEqualTo(1);
    }

    @Test
    void howSureOthersAreDecidesNothingAgainstTheDefault() {
        trial(0.97, 0.20, 0.02).trial(0.98, 0.15, 0.02).trial(0.975, 0.05, 0.02);

        assertThat(chosen()).isZero();
    }

    @Test
    void theBestOfManyHasToBeBetterByMore() {
        trial(0.95, 0.10, 0.02);
        for (int i = 1; i < 300; i++) {
            trial(0.90, 0.10, 0.02);
        }
        // The best of 300 equals lies 3.4 errors of a difference above the truth, which are 1.7 of its own.
        assertThat(trial(0.98, 0.10, 0.02).chosen()).isZero();
        assertThat(trial(0.99, 0.10, 0.02).chosen()).isEqualTo(301);
    }

    @Test
    void withoutTheDefaultAmongThemTheSurestOfEqualsWins() {
        trial(0.80, 0.50, 0.02).trial(0.98, 0.10, 0.02).trial(0.975, 0.099, 0.02);

        assertThat(chosen()).isEqualTo(2);
    }

    @Test
    void whereNoErrorIsKnownTheBestWinsAndOfTiesTheSurest() {
        trial(0.97, 0.10, 0).trial(0.98, 0.30, 0).trial(0.98, 0.20, 0);

        assertThat(chosen()).isEqualTo(2);
    }

    @Test
    void howSureOneIsInASingleEpochDecidesNothing() {
        trial(0.80, 0.50, 0).epochs(0.05, 0.06, 0.05).epochs(0.08, 0.001, 0.08, 0.09);

        assertThat(chosen()).isEqualTo(1);
    }

    /** True accuracies between 0.90 and 0.95, each measured on 100 items, of which the log loss tells more. */
    @Test
    void onFewItemsItIsBetterThanTakingTheBest() {
        var random = new SplittableRandom(5);
        double byBest = 0;
        double byRule = 0;
        int studies = 200;
        for (int study = 0; study < studies; study++) {
            history = History.EMPTY;
            var truth = new double[100];
            int best = 0;
            for (int i = 0; i < truth.length; i++) {
                // The default is a good one; most others are worse.
                truth[i] = i == 0 ? 0.94 : 0.90 + 0.05 * Math.pow(random.nextDouble(), 3);
                double p = truth[i];
                double measured = random.ints(100, 0, 1_000_000)
                                .filter(draw -> draw < p * 1_000_000)
                                .count()
                        / 100.0;
                trial(
                        measured,
                        1 - p + 0.01 * random.nextGaussian(),
                        Math.sqrt(Math.max(0.01, measured * (1 - measured)) / 100));
                best = measured > history.trial(best).value("accuracy").orElseThrow() ? i : best;
            }
            byBest += truth[best] / studies;
            byRule += truth[chosen()] / studies;
        }

        assertThat(byRule).isGreaterThan(byBest + 0.005);
    }

    @Test
    void aSmallDifferenceThatEveryFoldShowsIsNoChance() {
        folds(0.05, 0.80, 0.90, 0.70, 0.85, 0.75).folds(0.05, 0.82, 0.921, 0.719, 0.87, 0.771);
        assertThat(chosen()).isEqualTo(1);
    }

    @Test
    void aDifferenceOfWhichFoldsSayThisAndThatIsChance() {
        folds(0.05, 0.80, 0.90, 0.70, 0.85, 0.75).folds(0.05, 0.90, 0.86, 0.78, 0.80, 0.76);
        assertThat(chosen()).isZero();
    }
}

package dev.sweetspot.surrogate.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Configuration;
import dev.sweetspot.trial.Event;
import dev.sweetspot.trial.History;
import dev.sweetspot.trial.Measurements;
import dev.sweetspot.trial.Objective;
import dev.sweetspot.trial.Origin;
import dev.sweetspot.trial.Start;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CurveModelTest {
    private static final Objective LOSS = Objective.minimize("loss");
    private static final int MOST = 64;

    /** a + b t^-c with noise: the family that learning curves are most often described by. */
    private static double[] powerLaw(SplittableRandom random) {
        double end = random.nextDouble(0.1, 0.5);
        double drop = random.nextDouble(0.2, 0.8);
        double speed = random.nextDouble(0.3, 1.2);
        var losses = new double[MOST];
        for (int t = 1; t <= MOST; t++) {
            losses[t - 1] = end + drop * Math.pow(t, -speed) + 0.005 * random.nextDouble(-1, 1);
        }
        return losses;
    }

    private static History and(History before, double[] losses, int reached, double shift, double stretch) {
        int number = before.size();
        var history = before.and(new Event.Started(
                number, Instant.EPOCH, Configuration.empty(), Origin.given("test"), Start.FRESH, MOST, "w", 1));
        for (int t = 1; t <= reached; t++) {
            history = history.and(new Event.Reported(
                    number,
                    Instant.EPOCH,
                    t,
                    Measurements.of("loss", shift + stretch * losses[t - 1]),
                    t,
                    Optional.empty()));
        }
        return history;
    }

    @Test
    void endsOfPowerLawsAreForetoldBetterThanByTheLastValueAndWithHonestUncertainty() {
        var random = new SplittableRandom(1);
        int rounds = 300;
        int inside = 0;
        double error = 0;
        double naive = 0;
        for (int round = 0; round < rounds; round++) {
            var history = History.EMPTY;
            for (int i = 0; i < 15; i++) {
                history = and(history, powerLaw(random), MOST, 0, 1);
            }
            var mine = powerLaw(random);
            int reached = 4 << round % 3;
            history = and(history, mine, reached, 0, 1);
            var model = CurveModel.ofBest(history.trials(), LOSS);
            var forecast = model.forecast(15, MOST).orElseThrow();
            double end = model.scale().scaled(best(mine, MOST));
            error += Math.abs(forecast.mean() - end);
            naive += Math.abs(model.scale().scaled(best(mine, reached)) - end);
            inside += Math.abs(forecast.mean() - end) < 1.645 * forecast.deviation() ? 1 : 0;
        }
        assertThat(error / naive).isLessThan(0.5);
        // Nine in ten, and four standard errors of 300 rounds around it, with room for more caution than is needed.
        assertThat(inside / (double) rounds).isBetween(0.9 - 0.07, 0.99);
    }

    private static double best(double[] losses, int until) {
        double best = losses[0];
        for (int t = 1; t < until; t++) {
            best = Math.min(best, losses[t]);
        }
        return best;
    }

    @Test
    void anotherUnitOfTheLossChangesNothing() {
        var random = new SplittableRandom(2);
        var plain = History.EMPTY;
        var other = History.EMPTY;
        for (int i = 0; i < 12; i++) {
            var losses = powerLaw(random);
            int reached = 1 << i % 7;
            plain = and(plain, losses, reached, 0, 1);
            other = and(other, losses, reached, -7, 1000);
        }
        for (int i = 0; i < 12; i++) {
            var one = CurveModel.ofBest(plain.trials(), LOSS).forecast(i, MOST).orElseThrow();
            var two = CurveModel.ofBest(other.trials(), LOSS).forecast(i, MOST).orElseThrow();
            assertThat(two.mean()).isCloseTo(one.mean(), within(1e-8));
            assertThat(two.deviation()).isCloseTo(one.deviation(), within(1e-8));
        }
    }

    @Test
    void aTrialAtItsEndIsWhereItIsAndOneWithoutNumbersIsNowhere() {
        var history = and(History.EMPTY, powerLaw(new SplittableRandom(3)), MOST, 0, 1);
        var nothing = new double[MOST];
        Arrays.fill(nothing, Double.NaN);
        history = and(history, nothing, MOST, 0, 1);
        var model = CurveModel.ofBest(history.trials(), LOSS);
        assertThat(model.forecast(0, MOST)).contains(new Forecast(0, 0));
        assertThat(model.forecast(1, MOST)).isEmpty();
    }

    @Test
    void forecastsBeforeAnyTrialHasEndedAreWideAndForTheBetter() {
        var random = new SplittableRandom(4);
        var history = History.EMPTY;
        for (int i = 0; i < 5; i++) {
            history = and(history, powerLaw(random), 4, 0, 1);
        }
        var model = CurveModel.ofBest(history.trials(), LOSS);
        for (int i = 0; i < 5; i++) {
            var forecast = model.forecast(i, MOST).orElseThrow();
            double now = model.scale()
                    .scaled(LOSS.loss(history.trial(i).curve().last("loss").orElseThrow()));
            assertThat(forecast.mean()).isLessThanOrEqualTo(now + 0.01);
            assertThat(forecast.deviation()).isBetween(0.3, 3.0);
        }
    }

    @Test
    void theScaleIsItsOwnInverseAndTheProbabilitiesAreTheNormalOnes() {
        var scale = LossScale.of(new double[] {3, 1, 2, Double.NaN, 10, Double.POSITIVE_INFINITY});
        assertThat(scale.scaled(1)).isZero();
        for (double loss : new double[] {-5, 1, 1.2, 3, 1e6}) {
            assertThat(scale.loss(scale.scaled(loss))).isCloseTo(loss, within(1e-6 * Math.abs(loss)));
        }
        // By numerical integration (Python 3.11, 10^6 trapezia) of max(0, 1 - x) over the normal density of mean 2 and
        // deviation 1.5: 0.226679, and of the density below 1: 0.252493.
        assertThat(new Forecast(2, 1.5).below(1)).isCloseTo(0.252493, within(1e-5));
        assertThat(new Forecast(2, 1.5).improvementOn(1)).isCloseTo(0.226679, within(1e-5));
    }
}

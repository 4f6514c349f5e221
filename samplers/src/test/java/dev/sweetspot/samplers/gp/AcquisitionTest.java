package dev.sweetspot.samplers.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.math.front.Front;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Columns;
import dev.sweetspot.surrogate.gp.GaussianProcess;
import dev.sweetspot.surrogate.gp.Hyperparameters;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AcquisitionTest {
    private static final Columns SQUARE =
            Columns.of(SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1)));
    private static final double[][] POINTS = {{0.1, 0.2}, {0.4, 0.9}, {0.8, 0.3}, {0.95, 0.6}};
    private static final double[][] ASKED = {{0.3, 0.5}, {0.05, 0.95}, {0.7, 0.1}, {0.41, 0.88}};

    private static ProcessModel model(double... values) {
        return new ProcessModel(
                GaussianProcess.of(SQUARE, POINTS, values, new Hyperparameters(new double[] {0.5, 0.8}, 0.01)), false);
    }

    private static final ProcessModel FIRST = model(1.0, -0.5, 0.3, 0.7);
    private static final ProcessModel SECOND = model(-1.0, 0.6, 0.2, -0.1);

    private static HypervolumeImprovement hypervolume() {
        double[][] front = {{-0.5, 0.6}, {0.3, 0.2}, {1.0, -1.0}};
        return new HypervolumeImprovement(
                List.of(FIRST, SECOND), Front.of(front).nonDominated(new double[] {1.5, 1.0}));
    }

    private static void hasItsSlope(Acquisition acquisition) {
        for (var point : ASKED) {
            var slope = new double[2];
            double value = acquisition.at(point, slope);
            assertThat(value).isCloseTo(acquisition.at(point), within(1e-9));
            assertThat(acquisition.at(new double[][] {point})[0]).isCloseTo(value, within(1e-9));
            for (int i = 0; i < 2; i++) {
                var above = point.clone();
                var below = point.clone();
                above[i] += 1e-5;
                below[i] -= 1e-5;
                double difference = (acquisition.at(above) - acquisition.at(below)) / 2e-5;
                assertThat(slope[i]).isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
            }
        }
    }

    @Test
    void theSlopesAreThoseOfTheValues() {
        hasItsSlope(new ExpectedImprovement(FIRST, -0.5));
        hasItsSlope(new WithinLimit(FIRST, 0.2));
        hasItsSlope(new PerSecond(FIRST, 2, Double.NEGATIVE_INFINITY));
        hasItsSlope(new PerSecond(FIRST, 2, 0.1));
        hasItsSlope(hypervolume());
        hasItsSlope(new NoisyImprovement(FIRST.imagining(POINTS, 5, new SplittableRandom(3))));
        hasItsSlope(new Acquisition.Product(List.of(new ExpectedImprovement(FIRST, 0), new WithinLimit(SECOND, 0))));
    }

    /** 400,000 draws: the mean of a gain below 2 is within 0.01 of its expectation but once in a billion times. */
    @Test
    void theExpectedGainInHypervolumeIsTheMeanOfTheGains() {
        double[][] front = {{-0.5, 0.6}, {0.3, 0.2}, {1.0, -1.0}};
        var boxes = Front.of(front).nonDominated(new double[] {1.5, 1.0});
        var random = new SplittableRandom(7);
        for (var point : ASKED) {
            var first = FIRST.predict(point);
            var second = SECOND.predict(point);
            double sum = 0;
            for (int i = 0; i < 400_000; i++) {
                sum += boxes.improvement(new double[] {
                    first.mean() + first.deviation() * random.nextGaussian(),
                    second.mean() + second.deviation() * random.nextGaussian()
                });
            }
            assertThat(Math.exp(hypervolume().at(point))).isCloseTo(sum / 400_000, within(0.01));
        }
    }

    @Test
    void withOneObjectiveTheGainInHypervolumeIsTheImprovement() {
        var gain = new HypervolumeImprovement(
                List.of(FIRST), Front.of(new double[][] {{-0.5}}).nonDominated(new double[] {2}));
        for (var point : ASKED) {
            assertThat(gain.at(point)).isCloseTo(new ExpectedImprovement(FIRST, -0.5).at(point), within(1e-9));
        }
    }

    @Test
    void aHopelessPointStillHasASlope() {
        var slope = new double[2];
        var far = new HypervolumeImprovement(
                List.of(FIRST, SECOND), Front.of(new double[][] {{-90, -90}}).nonDominated(new double[] {-80, -80}));

        assertThat(far.at(new double[] {0.3, 0.5}, slope)).isFinite().isLessThan(-1000);
        assertThat(slope[0]).isNotZero();
    }

    @Test
    void withoutNoiseTheNoisyImprovementIsTheImprovementOnTheBest() {
        double[] values = {1.0, -0.5, 0.3, 0.7};
        var exact = new ProcessModel(
                GaussianProcess.of(SQUARE, POINTS, values, new Hyperparameters(new double[] {0.5, 0.8}, 1e-9)), false);
        var noisy = new NoisyImprovement(exact.imagining(POINTS, 8, new SplittableRandom(1)));
        var plain = new ExpectedImprovement(exact, -0.5);

        for (var point : ASKED) {
            assertThat(noisy.at(point)).isCloseTo(plain.at(point), within(0.01));
        }
    }

    /** 4,000 imagined processes against 400,000 draws of what they stand for: both are within 0.02 of the mean. */
    @Test
    void theNoisyImprovementIsTheMeanGainOnWhatTheBestMayBe() {
        double[][] two = {POINTS[1], {0.4, 0.85}};
        var random = new SplittableRandom(11);
        var noisy = new NoisyImprovement(FIRST.imagining(two, 4_000, random));
        double sum = 0;
        int worlds = 20_000;
        // Drawn one after the other: the first, the second given the first, and the asked point given both.
        for (int i = 0; i < worlds; i++) {
            var world = FIRST.imagining(two, 1, random);
            var there = world.means(new double[][] {ASKED[3]})[0][0];
            double deviation = world.deviations(new double[][] {ASKED[3]})[0];
            sum += Math.max(0, world.least(0) - there - deviation * random.nextGaussian());
        }

        assertThat(Math.exp(noisy.at(ASKED[3]))).isCloseTo(sum / worlds, within(0.02));
    }
}

package dev.sweetspot.surrogate.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.space.Condition;
import dev.sweetspot.space.Parameter;
import dev.sweetspot.space.SearchSpace;
import dev.sweetspot.surrogate.Columns;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * The expected numbers come from the textbook's formulas with numpy 2.4:
 *
 * <pre>
 * X = np.array([[0.1,0.2],[0.4,0.9],[0.8,0.3],[0.95,0.6]]); y = np.array([1.0,-0.5,0.3,0.7])
 * l = np.array([0.5,0.8]); g = 0.01; o = np.ones(4)
 * def k(A,B):
 *     s = np.sqrt(5) * np.sqrt((((A[:,None]-B[None])/l)**2).sum(-1)); return (1+s+s*s/3)*np.exp(-s)
 * R = k(X,X)+g*np.eye(4); Ri = np.linalg.inv(R)
 * m = o@Ri@y/(o@Ri@o); s2 = (y-m)@Ri@(y-m)/4; kx = k(np.array([[0.3,0.5]]),X)[0]
 * print(m+kx@Ri@(y-m), s2*(1-kx@Ri@kx))
 * for i in range(4):
 *     K = [j for j in range(4) if j != i]; Rk = np.linalg.inv(R[np.ix_(K,K)])
 *     print(m+R[i,K]@Rk@(y[K]-m), s2*(R[i,i]-R[i,K]@Rk@R[K,i]))
 * </pre>
 */
class GaussianProcessTest {
    private static final SearchSpace SQUARE = SearchSpace.of(Parameter.real("x", 0, 1), Parameter.real("y", 0, 1));
    private static final double[][] POINTS = {{0.1, 0.2}, {0.4, 0.9}, {0.8, 0.3}, {0.95, 0.6}};
    private static final double[] VALUES = {1.0, -0.5, 0.3, 0.7};

    private static GaussianProcess process() {
        var hyperparameters = new Hyperparameters(new double[] {0.5, 0.8}, 0.01);
        return GaussianProcess.of(Columns.of(SQUARE), POINTS, VALUES, hyperparameters);
    }

    @Test
    void itPredictsAsTheTextbookSays() {
        var prediction = process().predict(new double[] {0.3, 0.5});

        assertThat(prediction.mean()).isCloseTo(0.1608067774490725, within(1e-12));
        assertThat(prediction.variance()).isCloseTo(0.10077750131909223, within(1e-12));
        assertThat(process().variance()).isCloseTo(0.804310456002954, within(1e-12));
    }

    @Test
    void whatIsLeftOutIsPredictedByTheOthers() {
        var left = process().leaveOneOut();

        assertThat(left[0].mean()).isCloseTo(-0.04921394018028946, within(1e-12));
        assertThat(left[3].mean()).isCloseTo(0.1788870098171707, within(1e-12));
        assertThat(left[0].variance()).isCloseTo(0.5907157731686544, within(1e-12));
        assertThat(left[3].variance()).isCloseTo(0.23957896132394507, within(1e-12));
    }

    @Test
    void manyPointsArePredictedAsEachAlone() {
        double[][] many = {{0.3, 0.5}, {0.9, 0.1}, {0.4, 0.9}};
        var together = process().predict(many);

        for (int i = 0; i < many.length; i++) {
            var alone = process().predict(many[i]);
            assertThat(together[i].mean()).isCloseTo(alone.mean(), within(1e-12));
            assertThat(together[i].variance()).isCloseTo(alone.variance(), within(1e-12));
            assertThat(process().means(many)[i]).isCloseTo(alone.mean(), within(1e-12));
        }
    }

    @Test
    void theSlopesAreThoseOfThePredictions() {
        double[] point = {0.3, 0.5};
        var meanSlope = new double[2];
        var varianceSlope = new double[2];
        process().predict(point, meanSlope, varianceSlope);

        for (int i = 0; i < 2; i++) {
            var above = point.clone();
            var below = point.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            var high = process().predict(above);
            var low = process().predict(below);
            assertThat(meanSlope[i]).isCloseTo((high.mean() - low.mean()) / 2e-5, within(1e-6));
            assertThat(varianceSlope[i]).isCloseTo((high.variance() - low.variance()) / 2e-5, within(1e-6));
        }
    }

    @Test
    void whatItBelievesAddsCertaintyAndChangesNoMean() {
        double[] running = {0.3, 0.5};
        double[] near = {0.32, 0.52};
        var believing = process().believing(new double[][] {running});

        assertThat(believing.predict(near).mean())
                .isCloseTo(process().predict(near).mean(), within(1e-3));
        assertThat(believing.predict(near).variance())
                .isLessThan(process().predict(near).variance() / 5);
    }

    @Test
    void valuesThatAreAllTheSameArePredictedEverywhere() {
        var flat = GaussianProcess.of(
                Columns.of(SQUARE), POINTS, new double[] {2, 2, 2, 2}, new Hyperparameters(new double[] {1, 1}, 1e-4));

        assertThat(flat.predict(new double[] {0.5, 0.5}).mean()).isCloseTo(2, within(1e-9));
        assertThat(flat.predict(new double[] {0.5, 0.5}).variance()).isPositive();
    }

    @Test
    void thePointTwiceIsNoObstacle() {
        double[][] twice = {{0.5, 0.5}, {0.5, 0.5}, {0.1, 0.1}};
        var process = GaussianProcess.of(
                Columns.of(SQUARE), twice, new double[] {1, 3, 0}, new Hyperparameters(new double[] {1, 1}, 1e-12));

        assertThat(process.predict(new double[] {0.5, 0.5}).mean()).isCloseTo(2, within(0.1));
    }

    @Test
    void aParameterOfAnotherBranchTellsLittle() {
        var kind = Parameter.categorical("kind", "a", "b");
        var space = SearchSpace.of(kind).with(Parameter.real("rate", 0, 1), Condition.when(kind, "a"));
        double[][] points = {{0.25, 0.0}, {0.25, 0.5}, {0.25, 1.0}};
        var process = GaussianProcess.of(
                Columns.of(space), points, new double[] {0, 1, 0}, new Hyperparameters(new double[] {0.4, 0.4}, 1e-6));

        var sameBranch = process.predict(new double[] {0.25, 0.6});
        var otherBranch = process.predict(new double[] {0.75, Double.NaN});
        assertThat(sameBranch.variance()).isLessThan(otherBranch.variance() / 5);
        assertThat(otherBranch.variance()).isLessThan(process.variance());
    }

    @Test
    void theSearchFindsWhichParameterMatters() {
        var random = new SplittableRandom(3);
        var points = new double[40][2];
        var values = new double[40];
        for (int i = 0; i < 40; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble()};
            values[i] = Math.sin(6 * points[i][0]);
        }
        var found = HyperparameterSearch.usual().find(Columns.of(SQUARE), points, values);

        assertThat(found.lengthScales()[1]).isGreaterThan(5 * found.lengthScales()[0]);
        assertThat(found.noise()).isLessThan(1e-2);
    }

    @Test
    void theSearchSeesNoise() {
        var random = new SplittableRandom(4);
        var points = new double[60][2];
        var values = new double[60];
        for (int i = 0; i < 60; i++) {
            points[i] = new double[] {random.nextDouble(), random.nextDouble()};
            values[i] = points[i][0] + 0.5 * random.nextGaussian();
        }
        var found = HyperparameterSearch.usual().find(Columns.of(SQUARE), points, values);

        assertThat(found.noise()).isGreaterThan(0.2);
    }

    /** Drawn 20,000 times: a mean with a standard deviation below 0.5 is within 0.02 but once in ten million times. */
    @Test
    void whatIsImaginedHasTheMeanAndTheSpreadOfThePrediction() {
        double[][] where = {{0.3, 0.5}, {0.4, 0.9}};
        var imagined = process().imagining(where, 20_000, new SplittableRandom(5));
        var means = imagined.means(where);

        for (int k = 0; k < where.length; k++) {
            var expected = process().predict(where[k]);
            double sum = 0;
            double squares = 0;
            for (var row : means) {
                sum += row[k];
                squares += row[k] * row[k];
            }
            double mean = sum / means.length;
            assertThat(mean).isCloseTo(expected.mean(), within(0.02));
            assertThat(Math.sqrt(squares / means.length - mean * mean)).isCloseTo(expected.deviation(), within(0.02));
        }
        assertThat(Arrays.stream(imagined.deviations(where)).max().orElseThrow())
                .isLessThan(0.01);
    }

    @Test
    void theSlopeOfTheLikelihoodIsThatOfItsValues() {
        var random = new SplittableRandom(2);
        var points = new double[15][3];
        var values = new double[15];
        for (int a = 0; a < points.length; a++) {
            for (int i = 0; i < 2; i++) {
                points[a][i] = random.nextDouble();
            }
            points[a][1] = a % 4 == 0 ? Double.NaN : points[a][1];
            points[a][2] = a % 2 == 0 ? 0.25 : 0.75;
            values[a] = Math.sin(5 * points[a][0] * points[a][0]) + points[a][2];
        }
        var space = SearchSpace.of(
                Parameter.real("x", 0, 1), Parameter.real("y", 0, 1), Parameter.categorical("c", "a", "b"));
        var columns = Columns.of(space);
        var likelihood =
                new Likelihood(HyperparameterSearch.usual(), columns, points, values, Likelihood.numbers(columns));
        double[] at = {-0.5, 0.2, 0.7, -4, 0.3, -0.2, -0.4, 0.5};
        var slope = new double[at.length];
        likelihood.at(at, slope);

        assertThat(likelihood.unknowns()).isEqualTo(at.length);
        for (int i = 0; i < at.length; i++) {
            var above = at.clone();
            var below = at.clone();
            above[i] += 1e-5;
            below[i] -= 1e-5;
            var unused = new double[at.length];
            double difference = (likelihood.at(above, unused) - likelihood.at(below, unused)) / 2e-5;
            assertThat(slope[i]).isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
        }
    }

    /** A function that changes in the first tenth of its range only. */
    @Test
    void aRangeWhoseBeginningMattersIsStretchedThere() {
        var space = SearchSpace.of(Parameter.real("x", 0, 1));
        var columns = Columns.of(space);
        var points = new double[40][1];
        var values = new double[40];
        for (int a = 0; a < points.length; a++) {
            points[a][0] = (a + 0.5) / points.length;
            values[a] = Math.sin(30 / (1 + 10 * points[a][0]));
        }
        var found = HyperparameterSearch.usual().find(columns, points, values);
        var straight = new Hyperparameters(found.lengthScales(), found.noise());

        assertThat(error(GaussianProcess.of(columns, points, values, found)))
                .isLessThan(0.8 * error(GaussianProcess.of(columns, points, values, straight)));
    }

    private static double error(GaussianProcess process) {
        double sum = 0;
        for (int i = 0; i < 400; i++) {
            double x = i / 400.0;
            double difference = process.predict(new double[] {x}).mean() - Math.sin(30 / (1 + 10 * x));
            sum += difference * difference;
        }
        return sum;
    }
}

package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Task;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandardErrorTest {
    private static final List<String> NAMES = List.of("a", "b");

    private static double ofAccuracy(boolean... right) {
        int n = right.length;
        var truth = new int[n];
        var rows = new float[n][];
        for (int i = 0; i < n; i++) {
            truth[i] = i % 2;
            boolean saysA = (truth[i] == 0) == right[i];
            rows[i] = saysA ? new float[] {0.9f, 0.1f} : new float[] {0.1f, 0.9f};
        }
        var names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
        return StandardError.of(
                new Accuracy(),
                new ClassProbabilities(names, NAMES, rows),
                new Task.Classification(NAMES, truth),
                IntStream.range(0, n).toArray());
    }

    @Test
    void ofTheAccuracyOfFewItemsIsThatOfAShare() {
        var right = new boolean[16];
        Arrays.fill(right, 0, 12, true);

        // Without one item each the jackknife is exactly sqrt(p (1 - p) / (n - 1)).
        assertThat(ofAccuracy(right)).isCloseTo(Math.sqrt(0.75 * 0.25 / 15), within(1e-12));
    }

    @Test
    void ofAPerfectAccuracyIsNotZero() {
        var right = new boolean[96];
        Arrays.fill(right, true);

        assertThat(ofAccuracy(right)).isCloseTo(Math.sqrt(0.02 * 0.98 / 100), within(1e-12));
    }

    @Test
    void sayingEverythingTwiceMakesNothingSurer() {
        var once = predicted(new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        var twice = predicted(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1, 0});

        assertThat(twice).isCloseTo(once, within(1e-12));
    }

    private static double predicted(int[] items) {
        var task = new Task.Regression("y", new double[8]);
        double[] said = IntStream.of(items).mapToDouble(item -> item).toArray();
        var names = IntStream.of(items).mapToObj(Integer::toString).toList();
        return StandardError.of(new Rmse(), new PredictedValues(names, "y", said), task, items);
    }

    @Test
    void ofASingleItemIsInfinite() {
        assertThat(ofAccuracy(true)).isInfinite();
    }

    @Test
    void ofTheRootMeanSquaredErrorIsWhatManyDrawsShow() {
        var random = new SplittableRandom(11);
        int draws = 400;
        int n = 200;
        double squares = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (int draw = 0; draw < draws; draw++) {
            var truth = new double[n];
            var said = new double[n];
            for (int i = 0; i < n; i++) {
                said[i] = random.nextGaussian();
            }
            var names = IntStream.range(0, n).mapToObj(Integer::toString).toList();
            var task = new Task.Regression("y", truth);
            var predicted = new PredictedValues(names, "y", said);
            int[] items = IntStream.range(0, n).toArray();
            double error = StandardError.of(new Rmse(), predicted, task, items);
            squares += error * error;
            double value = new Rmse().of(Report.of(predicted, task, items));
            sum += value;
            sumOfSquares += value * value;
        }
        double mean = sum / draws;
        double spread = Math.sqrt((sumOfSquares - draws * mean * mean) / (draws - 1));

        // The spread of 400 draws is known to 3.5 % (one deviation).
        assertThat(Math.sqrt(squares / draws)).isCloseTo(spread, within(0.12 * spread));
    }
}

package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Column;
import dev.sweetspot.data.RowNames;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.form.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionReportTest {
    private static RegressionReport report(double[] truth, double... said) {
        var names = IntStream.range(0, said.length).mapToObj(Integer::toString).toList();
        return RegressionReport.of(new PredictedValues(names, "y", said), truth);
    }

    @Test
    void figuresAgreeWithScikitLearn() {
        // scikit-learn 1.9.1, numpy: r = RandomState(7); t = round(r.gamma(2, 50, 12), 1)
        // y = round(t * 0.8 + r.normal(0, 20, 12), 1)
        // root_mean_squared_error(t, y), mean_absolute_error(t, y), r2_score(t, y), median_absolute_error(t, y)
        double[] t = {56.7, 42.1, 83.5, 167.8, 128.4, 120.4, 67.6, 124.5, 91.6, 241.8, 93.7, 80.4};
        double[] y = {16.3, -11.3, 59.2, 143.8, 114.7, 110.3, 18.4, 92.3, 38.7, 220.3, 49.9, 50.6};
        var report = report(t, y);

        assertThat(Metrics.named("rmse").of(report)).isCloseTo(35.89861882208469, offset(1e-10));
        assertThat(Metrics.named("mae").of(report)).isCloseTo(32.94166666666667, offset(1e-10));
        assertThat(Metrics.named("r2").of(report)).isCloseTo(0.5279771568389726, offset(1e-12));
        assertThat(Metrics.named("median_absolute_error").of(report)).isCloseTo(31.0, offset(1e-10));
        assertThat(report.rmse())
                .isBetween(report.rmseInterval().low(), report.rmseInterval().high());
        assertThat(report.notes()).isEmpty();
    }

    @Test
    void intervalsHoldTheTruthAboutNineteenTimesInTwenty() {
        // y = x + e with x and e standard normal, and x is said: RMSE 1, MAE sqrt(2 / pi), R2 1/2, median 0.67449.
        // 1,000 test parts of 200 items; four standard errors of 0.95 are 0.028.
        var random = new SplittableRandom(3);
        var held = new int[4];
        for (int run = 0; run < 1000; run++) {
            var truth = new double[200];
            var said = new double[200];
            for (int i = 0; i < truth.length; i++) {
                said[i] = random.nextGaussian();
                truth[i] = said[i] + random.nextGaussian();
            }
            var report = report(truth, said);
            held[0] += holds(report.rmseInterval(), 1);
            held[1] += holds(report.maeInterval(), Math.sqrt(2 / Math.PI));
            held[2] += holds(report.r2Interval(), 0.5);
            held[3] += holds(report.medianInterval(), 0.6744897501960817);
        }
        for (int count : held) {
            assertThat(count / 1000.0).isBetween(0.92, 0.98);
        }
    }

    private static int holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void nothingIsEverNaN() {
        for (var report : List.of(
                report(new double[] {1}, 2),
                report(new double[] {5, 5, 5}, 5, 5, 5),
                report(new double[] {5, 5, 5}, 5, 6, 7),
                report(new double[] {1, 2, 3}, 1, Double.NaN, Double.POSITIVE_INFINITY))) {
            Metrics.of(Task.Kind.REGRESSION)
                    .forEach(metric -> assertThat(metric.of(report)).isFinite());
            assertThat(report.r2Interval().low()).isNotNaN();
            assertThat(report.leading().interval().high()).isNotNaN();
        }
        assertThat(report(new double[] {1, 2}, 1, Double.NaN).notes())
                .containsExactly(
                        "1 prediction is not a number and counts as endlessly far off: the training went astray.");
    }

    @Test
    void anUnfittingMetricIsRefusedWithTheReason() {
        assertThatThrownBy(() -> Metrics.named("accuracy").of(report(new double[] {1}, 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is for classification, and this is a regression")
                .hasMessageContaining("Maybe rmse?");
        assertThatThrownBy(() -> Metrics.named("rmse", Task.Kind.CLASSIFICATION))
                .hasMessageContaining("is for regression, and this is a classification");
    }

    @Test
    void smallerErrorsAreBetter() {
        var near = report(new double[] {1, 2, 3, 4}, 1.1, 2, 3, 4).leading();
        assertThat(near.betterThan(0.5)).isTrue();
        assertThat(near.clearlyBetterThan(0.5)).isTrue();
        assertThat(near.betterThan(0.01)).isFalse();
    }

    @Test
    void aTableIsWrittenAsCsv() {
        var set = new TableSet(
                List.of(new Column.Numbers("x", new float[3])),
                new Task.Regression("price", new double[] {9, 1, 2}),
                new RowNames(new int[] {2, 3, 4}, 3),
                Optional.empty());
        var table = new PredictedValues(List.of("row 2", "row 3"), "price", new double[] {1.5, -2});
        assertThat(table.toCsv("row")).isEqualTo("row,predicted(price)\nrow 2,1.5\nrow 3,-2.0\n");
        assertThat(table.toCsv(set, new int[] {1, 2}))
                .isEqualTo("row,truth,predicted(price)\nrow 2,1.0,1.5\nrow 3,2.0,-2.0\n");
    }
}

package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.insight.chart.Layer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationPlotTest {
    private static final ResultPlot PLOT = new CalibrationPlot();

    @Test
    void eachTenthHasTheMeanOfWhatWasSaidAndTheShareThatWasRight() {
        var probabilities =
                new float[][] {{0.92f, 0.08f}, {0.98f, 0.02f}, {0.94f, 0.06f}, {0.96f, 0.04f}, {0.4f, 0.6f}};
        // Three of four right above 90 %, where 95 % was said; one of one right at 60 %.
        var chart = SampleResults.chart(PLOT, new Judged(SampleResults.report(probabilities, 0, 0, 1, 0, 1)));

        var points = SampleResults.layer(chart, 0, Layer.Points.class, "found");
        assertThat(points.x().get(0)).isCloseTo(0.6, within(1e-6));
        assertThat(points.x().get(1)).isCloseTo(0.95, within(1e-6));
        assertThat(points.y().stream()).containsExactly(1.0, 0.75);
        assertThat(points.about().labels()).containsExactly("1 items", "4 items");
        var band = SampleResults.layer(chart, 0, Layer.Band.class, "95");
        // Wilson's interval of 3 of 4.
        assertThat(band.low().get(1)).isCloseTo(0.3006, within(1e-4));
        assertThat(band.high().get(1)).isCloseTo(0.9544, within(1e-4));
        assertThat(SampleResults.layer(chart, 1, Layer.Bars.class, "items").lengths().stream())
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 4.0);
        // (4 * 0.2 + 1 * 0.4) / 5
        assertThat(chart.caption()).contains("On average the two are 24.0 points apart");
    }

    @Test
    void aModelThatIsRightAsOftenAsItSaysLiesOnTheDiagonal() {
        var random = new SplittableRandom(1);
        int n = 20_000;
        var probabilities = new float[n][2];
        var truth = new int[n];
        for (int i = 0; i < n; i++) {
            double p = random.nextDouble();
            probabilities[i][0] = (float) p;
            probabilities[i][1] = (float) (1 - p);
            truth[i] = random.nextDouble() < p ? 0 : 1;
        }

        var points = SampleResults.layer(
                SampleResults.chart(PLOT, new Judged(SampleResults.report(probabilities, truth))),
                0,
                Layer.Points.class,
                "found");

        assertThat(points.size()).isEqualTo(5);
        for (int i = 0; i < points.size(); i++) {
            // About 4,000 items each: four standard errors of a share of one half are 0.032.
            assertThat(points.y().get(i)).isCloseTo(points.x().get(i), within(0.032));
        }
    }
}

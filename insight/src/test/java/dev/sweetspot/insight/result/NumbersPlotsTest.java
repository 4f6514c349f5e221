package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Layer;
import org.junit.jupiter.api.Test;

/** The pictures of predicted numbers. */
class NumbersPlotsTest {
    private static final Judged FOUR =
            new Judged(SampleResults.regression(new double[] {10, 25, Double.NaN, 40}, 12, 20, 30, 40));

    @Test
    void eachItemLiesAtItsTrueAndItsPredictedNumber() {
        var chart = SampleResults.chart(new PredictedTruePlot(), FOUR);

        var points = SampleResults.layer(chart, 0, Layer.Points.class, "items");
        assertThat(points.x().stream()).containsExactly(12.0, 20.0, 40.0);
        assertThat(points.y().stream()).containsExactly(10.0, 25.0, 40.0);
        assertThat(points.about().labels()).containsExactly("item 0", "item 1", "item 3");
        assertThat(SampleResults.layer(chart, 0, Layer.Line.class, "exact").x().stream())
                .containsExactly(10.0, 40.0);
        assertThat(chart.caption()).contains("1 predictions are not numbers");
    }

    @Test
    void aResidualIsWhatIsLeftToTheTruth() {
        var points =
                SampleResults.layer(SampleResults.chart(new ResidualsPlot(), FOUR), 0, Layer.Points.class, "items");

        assertThat(points.x().stream()).containsExactly(10.0, 25.0, 40.0);
        assertThat(points.y().stream()).containsExactly(2.0, -5.0, 0.0);
    }

    @Test
    void ofVeryManyItemsAsManyAreDrawnAsTheCaptionSays() {
        var chart = SampleResults.chart(new ResidualsPlot(), SampleResults.numbers(30_000, 1));

        assertThat(SampleResults.layer(chart, 0, Layer.Points.class, "items").size())
                .isEqualTo(4998);
        assertThat(chart.caption()).endsWith("4998 of 30000 items are drawn, evenly picked.");
    }
}

package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.insight.chart.Axis;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionPlotTest {
    private static final ResultPlot PLOT = new ConfusionPlot();

    @Test
    void eachCellHasTheItemsOfItsRowThatWereTakenForItsColumn() {
        float[] first = {0.9f, 0.1f};
        float[] second = {0.1f, 0.9f};
        // Of four items of the first class one is taken for the second; the one of the second is found.
        var judged =
                new Judged(SampleResults.report(new float[][] {first, first, second, first, second}, 0, 0, 0, 0, 1));

        var chart = SampleResults.chart(PLOT, judged);

        var counts = SampleResults.layer(chart, 0, Layer.Cells.class, "items");
        assertThat(counts.x().stream()).containsExactly(0.0, 1.0, 0.0, 1.0);
        assertThat(counts.y().stream()).containsExactly(0.0, 0.0, 1.0, 1.0);
        assertThat(counts.shade().values().stream()).containsExactly(3.0, 1.0, 0.0, 1.0);
        var shares = SampleResults.layer(chart, 1, Layer.Cells.class, "per cent");
        assertThat(shares.shade().values().stream()).containsExactly(75.0, 25.0, 0.0, 100.0);
        var plane = (Panel.Plane) chart.panels().get(0);
        assertThat(plane.x()).isEqualTo(new Axis.Words("predicted", List.of("class 0", "class 1")));
        assertThat(plane.y().name()).isEqualTo("true");
    }

    @Test
    void ofVeryManyClassesThoseWithTheMostMistakesAreDrawn() {
        int classes = 80;
        var probabilities = new float[2 * classes][classes];
        var truth = new int[2 * classes];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = i / 2;
            // The first sixty are found; of the last twenty each is taken for the next but one.
            probabilities[i][truth[i] < 60 ? truth[i] : 60 + (truth[i] - 58) % 20] = 1;
        }
        ClassificationReport report = SampleResults.report(probabilities, truth);

        var chart = SampleResults.chart(PLOT, new Judged(report));

        var words = ((Axis.Words) ((Panel.Plane) chart.panels().get(0)).x()).words();
        assertThat(words)
                .hasSize(50)
                .contains("class 60", "class 79")
                .isSubsetOf(report.predictions().classNames());
        assertThat(chart.caption()).contains("Of 80 classes the 50 in the most mistakes are drawn");
    }
}

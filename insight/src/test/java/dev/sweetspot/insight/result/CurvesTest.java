package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.metric.AveragePrecision;
import dev.sweetspot.data.metric.RocAuc;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The curves of recall against false alarms, and of precision against recall. */
class CurvesTest {
    /** Of class 0 are items 0, 1 and 3; two items tie. */
    private static final Judged FIVE = new Judged(SampleResults.report(
            new float[][] {{0.9f, 0.1f}, {0.8f, 0.2f}, {0.7f, 0.3f}, {0.7f, 0.3f}, {0.1f, 0.9f}}, 0, 0, 1, 0, 1));

    private static List<String> points(Layer.Line line) {
        return IntStream.range(0, line.size())
                .mapToObj(i ->
                        String.format("%.3f %.3f", line.x().get(i), line.y().get(i)))
                .toList();
    }

    @Test
    void theRocCurveGoesUpForItemsOfTheClassAndRightForOthersAndAslantWhereTheyTie() {
        var line = SampleResults.layer(SampleResults.chart(new RocPlot(), FIVE), 0, Layer.Line.class, "class 0");

        assertThat(points(line))
                .containsExactly("0.000 0.000", "0.000 0.333", "0.000 0.667", "0.500 1.000", "1.000 1.000");
        // 0.5 * (2/3 + 1) / 2 + 0.5
        assertThat(line.name()).isEqualTo("class 0 (0.917)");
    }

    @Test
    void thePrecisionOfEachStepHoldsForTheWholeOfTheStep() {
        var line = SampleResults.layer(
                SampleResults.chart(new PrecisionRecallPlot(), FIVE), 0, Layer.Line.class, "class 0");

        assertThat(points(line))
                .containsExactly("0.000 1.000", "0.333 1.000", "0.667 0.750", "1.000 0.600", "1.000 0.600");
        assertThat(line.form()).isEqualTo(Layer.Line.Form.STEPS);
        // 1/3 + 1/3 + 0.75 / 3
        assertThat(line.name()).isEqualTo("class 0 (0.917)");
    }

    @Test
    void theMeanOfTheAreasIsTheMetricOfThatName() {
        var judged = SampleResults.classes(7, 700, 11);

        assertThat(meanArea(SampleResults.chart(new RocPlot(), judged)))
                .isCloseTo(new RocAuc().of(judged.report()), within(6e-4));
        assertThat(meanArea(SampleResults.chart(new PrecisionRecallPlot(), judged)))
                .isCloseTo(new AveragePrecision().of(judged.report()), within(6e-4));
    }

    private static double meanArea(Chart chart) {
        return ((Panel.Plane) chart.panels().get(0))
                .layers().stream()
                        .filter(layer -> layer.name().startsWith("class"))
                        .mapToDouble(layer -> Double.parseDouble(layer.name().replaceAll(".*\\((.*)\\)", "$1")))
                        .average()
                        .orElseThrow();
    }

    @Test
    void ofManyClassesTheWorstAreDrawnAndAThinnedCurveKeepsItsEnds() {
        var chart = SampleResults.chart(new RocPlot(), SampleResults.classes(12, 60_000, 4));

        var lines = ((Panel.Plane) chart.panels().get(0))
                .layers().stream()
                        .filter(layer -> layer.name().startsWith("class"))
                        .toList();
        assertThat(lines).hasSize(10);
        assertThat(chart.caption()).endsWith("The 10 worst of 12 classes are drawn.");
        var line = (Layer.Line) lines.get(0);
        assertThat(line.x().get(0) + line.y().get(0)).isZero();
        assertThat(line.x().get(line.size() - 1) + line.y().get(line.size() - 1))
                .isEqualTo(2);
    }
}

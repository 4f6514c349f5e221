package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Json;
import dev.sweetspot.insight.chart.ChartForms;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every kind of picture of predictions, on predictions of every kind. */
class ResultPlotsTest {
    @TestFactory
    Stream<DynamicTest> everyPictureCopesWithAllPredictions() {
        var all = SampleResults.all();
        return ResultPlots.installed().stream().flatMap(plot -> all.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        plot.name() + ": " + entry.getKey(), () -> check(plot, entry.getValue()))));
    }

    private static void check(ResultPlot plot, Judged judged) {
        var drawing = plot.draw(judged);
        assertThat(plot.draw(judged)).as("drawn again").isEqualTo(drawing);
        if (drawing instanceof Drawing.Nothing nothing) {
            assertThat(nothing.reason()).isNotBlank();
            return;
        }
        var chart = ((Drawing.Drawn) drawing).chart();
        assertThat(chart.name()).isEqualTo(plot.name());
        assertThat(chart.caption()).endsWith(".");
        var layers = chart.panels().stream()
                .filter(Panel.Plane.class::isInstance)
                .flatMap(panel -> ((Panel.Plane) panel).layers().stream())
                .toList();
        assertThat(layers).allSatisfy(layer -> assertThat(layer.size()).isGreaterThan(0));
        assertThat(layers.stream().mapToInt(Layer::size).sum()).isLessThanOrEqualTo(Layer.MOST);
        var json = Json.write(ChartForms.of(chart));
        assertThat(json).doesNotContain("NaN,").doesNotContain("Infinity");
        assertThat(Json.parse(json, "chart")).isEqualTo(ChartForms.of(chart));
    }

    @Test
    void eachHasANameOfItsOwnAndAQuestion() {
        assertThat(ResultPlots.installed())
                .extracting(ResultPlot::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z-]*"));
        assertThat(ResultPlots.installed())
                .extracting(ResultPlot::question)
                .allMatch(question -> question.endsWith("?"));
    }

    @Test
    void aPictureOfClassesSaysWhyThereIsNoneOfNumbers() {
        assertThat(ResultPlots.named("confusion").draw(SampleResults.numbers(5, 1)))
                .isEqualTo(new Drawing.Nothing("needs predicted classes; this is a regression"));
        assertThat(ResultPlots.named("residuals").draw(SampleResults.classes(2, 5, 1)))
                .isEqualTo(new Drawing.Nothing("needs predicted numbers; this is a classification"));
    }

    @Test
    void aNameThatIsNotKnownIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> ResultPlots.named("confusing"))
                .hasMessageStartingWith("plot = confusing: is not known. Maybe one of ")
                .hasMessageContaining("confusion");
    }
}

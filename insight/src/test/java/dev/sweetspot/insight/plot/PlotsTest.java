package dev.sweetspot.insight.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Json;
import dev.sweetspot.insight.SampleStudies;
import dev.sweetspot.insight.Studied;
import dev.sweetspot.insight.chart.Chart;
import dev.sweetspot.insight.chart.ChartForms;
import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Layer;
import dev.sweetspot.insight.chart.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What holds of every kind of picture, on every kind of study. */
class PlotsTest {
    @TestFactory
    Stream<DynamicTest> everyPictureCopesWithEveryStudy() {
        return Plots.installed().stream().flatMap(plot -> SampleStudies.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        plot.name() + ": " + entry.getKey(), () -> check(plot, entry.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> noPictureOfAVeryLargeStudyHasMoreMarksThanCanBeSeen() {
        var large = SampleStudies.network(20_000, 5);
        return Plots.installed().stream().map(plot -> DynamicTest.dynamicTest(plot.name(), () -> check(plot, large)));
    }

    private static void check(Plot plot, Studied studied) {
        var drawing = plot.draw(studied);
        assertThat(plot.draw(studied)).as("drawn again").isEqualTo(drawing);
        if (drawing instanceof Drawing.Nothing nothing) {
            assertThat(nothing.reason()).isNotBlank();
            return;
        }
        var chart = ((Drawing.Drawn) drawing).chart();
        assertThat(chart.name()).isEqualTo(plot.name());
        assertThat(chart.title()).isNotBlank();
        assertThat(chart.caption()).endsWith(".");
        assertThat(layers(chart)).allSatisfy(layer -> assertThat(layer.size()).isBetween(1, Crowd.MOST));
        var json = Json.write(ChartForms.of(chart));
        assertThat(json).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(Json.parse(json, "chart")).isEqualTo(ChartForms.of(chart));
    }

    private static List<Layer> layers(Chart chart) {
        var layers = new ArrayList<Layer>();
        for (var panel : chart.panels()) {
            if (panel instanceof Panel.Plane plane) {
                layers.addAll(plane.layers());
            }
        }
        return layers;
    }

    @Test
    void eachHasANameOfItsOwnAndAQuestion() {
        assertThat(Plots.installed())
                .extracting(Plot::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z-]*"));
        assertThat(Plots.installed()).extracting(Plot::question).allMatch(question -> question.endsWith("?"));
    }

    @Test
    void aNameThatIsNotKnownIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> Plots.named("histroy"))
                .hasMessageStartingWith("plot = histroy: is not known. Maybe one of ")
                .hasMessageContaining("history");
    }
}

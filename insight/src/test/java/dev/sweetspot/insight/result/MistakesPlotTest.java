package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Drawing;
import dev.sweetspot.insight.chart.Panel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MistakesPlotTest {
    private static final ResultPlot PLOT = new MistakesPlot();
    private static final float[][] SAID = {{0.9f, 0.1f}, {0.3f, 0.7f}, {0.01f, 0.99f}, {0.2f, 0.8f}};

    @Test
    void theMistakesOfWhichTheModelWasSurestComeFirstAsImages() {
        var report = SampleResults.report(SAID, 0, 0, 0, 1);

        var gallery = (Panel.Gallery) SampleResults.chart(PLOT, new Judged(report, item -> Optional.of("png" + item)))
                .panels()
                .get(0);

        assertThat(gallery.tiles())
                .containsExactly(
                        new Panel.Gallery.Tile("png2", "class 0, taken for class 1 (99 %): item 2"),
                        new Panel.Gallery.Tile("png1", "class 0, taken for class 1 (70 %): item 1"));
    }

    @Test
    void withoutImagesTheyAreATable() {
        var table = (Panel.Table) SampleResults.chart(PLOT, new Judged(SampleResults.report(SAID, 0, 0, 0, 1)))
                .panels()
                .get(0);

        assertThat(table.rows())
                .containsExactly(
                        List.of("item 2", "class 0", "class 1", "99 %"),
                        List.of("item 1", "class 0", "class 1", "70 %"));
    }

    @Test
    void ofNumbersTheFarthestComeFirst() {
        var report = SampleResults.regression(new double[] {1, 7, 2.5}, 1, 2, 3);

        var table = (Panel.Table)
                SampleResults.chart(PLOT, new Judged(report)).panels().get(0);

        assertThat(table.rows())
                .containsExactly(
                        List.of("item 1", "2.000", "7.000", "5.000"), List.of("item 2", "3.000", "2.500", "-0.5000"));
    }

    @Test
    void aPerfectModelHasNoMistakesToShow() {
        var report = SampleResults.report(new float[][] {{1, 0}}, 0);

        assertThat(PLOT.draw(new Judged(report))).isEqualTo(new Drawing.Nothing("there is no mistake among 1 items"));
    }
}

package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.insight.chart.Panel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassesPlotTest {
    @Test
    void eachClassHasItsFiguresTheWorstFirst() {
        float[] first = {1, 0, 0};
        float[] second = {0, 1, 0};
        var report =
                SampleResults.report(new float[][] {first, first, second, first, second, second}, 0, 0, 0, 0, 1, 1);

        var table = (Panel.Table) SampleResults.chart(new ClassesPlot(), new Judged(report))
                .panels()
                .get(0);

        assertThat(table.head())
                .containsExactly("class", "items", "recall", "from", "to", "precision", "F1", "most often taken for");
        assertThat(table.rows())
                .containsExactly(
                        List.of("class 2", "0", "", "", "", "0.000", "0.000", ""),
                        // Wilson's intervals of 2 of 2 and of 3 of 4.
                        List.of("class 1", "2", "1.000", "0.342", "1.000", "0.667", "0.800", ""),
                        List.of("class 0", "4", "0.750", "0.301", "0.954", "1.000", "0.857", "class 1 (1)"));
    }
}

package dev.sweetspot.data.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassificationReportTest {
    private static Predictions predictions(int[] predicted, int classes) {
        var rows = new float[predicted.length][classes];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(rows[i], 0.2f / (classes - 1));
            rows[i][predicted[i]] = 0.8f;
        }
        return new Predictions(
                IntStream.range(0, rows.length).mapToObj(i -> "i" + i).toList(),
                IntStream.range(0, classes).mapToObj(i -> "c" + i).toList(),
                rows);
    }

    @Test
    void scoresAgreeWithHandComputedOnes() {
        // By hand: confusion [[3, 1, 0], [1, 1, 0], [1, 0, 1]]; recalls 3/4, 1/2, 1/2; precisions 3/5, 1/2, 1.
        var truth = new int[] {0, 0, 0, 0, 1, 1, 2, 2};
        var report = ClassificationReport.of(predictions(new int[] {0, 0, 0, 1, 0, 1, 0, 2}, 3), truth);
        assertThat(report.accuracy()).isEqualTo(5 / 8.0);
        assertThat(report.balancedAccuracy()).isCloseTo((0.75 + 0.5 + 0.5) / 3, offset(1e-12));
        assertThat(report.classes().get(0).scores().precision()).isCloseTo(0.6, offset(1e-12));
        assertThat(report.classes().get(0).scores().f1()).isCloseTo(2 * 0.6 * 0.75 / 1.35, offset(1e-12));
        assertThat(report.macro().precision()).isCloseTo((0.6 + 0.5 + 1) / 3, offset(1e-12));
        assertThat(report.weighted().recall()).isCloseTo(5 / 8.0, offset(1e-12));
        assertThat(report.confusion()[2]).containsExactly(1, 0, 1);
        // Five hits at 0.8 and three misses at 0.1.
        assertThat(report.logLoss()).isCloseTo(-(5 * Math.log(0.8) + 3 * Math.log(0.1)) / 8, offset(1e-6));
    }

    @Test
    void aClassNeverPredictedGivesZeroAndANote() {
        var report = ClassificationReport.of(predictions(new int[] {0, 0, 0}, 2), new int[] {0, 0, 1});
        assertThat(report.classes().get(1).scores()).isEqualTo(new ClassificationReport.Scores(0, 0, 0));
        assertThat(report.notes()).containsExactly("c1 was never predicted: its precision counts as 0.");
        assertThat(report.macro().f1()).isNotNaN();
    }

    @Test
    void wilsonsIntervalHasItsPublishedValues() {
        // Newcombe 1998, Statistics in Medicine 17, table I, method 3: 81/263 gives 0.2553 to 0.3662; 0/20 gives 0 to
        // 0.1611.
        assertThat(Interval.wilson(81, 263).low()).isCloseTo(0.2553, offset(5e-5));
        assertThat(Interval.wilson(81, 263).high()).isCloseTo(0.3662, offset(5e-5));
        assertThat(Interval.wilson(0, 20).high()).isCloseTo(0.1611, offset(5e-5));
    }

    @Test
    void aTableIsWrittenAsCsvWithQuotes() {
        var table = new Predictions(List.of("a,b \"c\".png"), List.of("x", "y"), new float[][] {{0.25f, 0.75f}});
        assertThat(table.toCsv(new int[] {0}))
                .isEqualTo("file,truth,predicted,p(x),p(y)\n\"a,b \"\"c\"\".png\",x,y,0.25,0.75\n");
    }
}

package dev.sweetspot.insight.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sweetspot.data.Task;
import dev.sweetspot.data.metric.ClassificationReport;
import dev.sweetspot.data.metric.Predictions;
import dev.sweetspot.data.metric.RegressionReport;
import dev.sweetspot.form.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsFileTest {
    @TempDir
    private Path folder;

    private PredictionsFile file(String text) throws IOException {
        Files.writeString(folder.resolve("predictions.csv"), text);
        return PredictionsFile.in(folder).orElseThrow();
    }

    @Test
    void classesAreReadAsTheyWereWritten() throws IOException {
        // Names as wicked as people's: quotes at the beginning, commas, line breaks.
        var classes = List.of("\"a\", b", "c\nd", "p(e)");
        var items = List.of("x/\"1\".png", "\"2\"", "3, 4");
        var text = new StringBuilder("file,truth,predicted");
        classes.forEach(name -> text.append(',').append(Predictions.cell("p(" + name + ")")));
        for (int i = 0; i < 3; i++) {
            text.append('\n').append(Predictions.cell(items.get(i)));
            text.append(',').append(Predictions.cell(classes.get(i)));
            text.append(',').append(Predictions.cell(classes.get(0))).append(",0.5,0.25,0.25");
        }

        var report = (ClassificationReport)
                file(text.append('\n').toString()).report().orElseThrow();

        assertThat(report.predictions().names()).isEqualTo(items);
        assertThat(report.predictions().classNames()).isEqualTo(classes);
        assertThat(report.truth()).containsExactly(0, 1, 2);
        assertThat(report.accuracy()).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void numbersAreReadAsTheyWereWritten() throws IOException {
        var file = file("row,truth,\"predicted(price, in $)\"\nrow 1,10,12.5\nrow 2,-1,-1\n");

        assertThat(file.classes()).isFalse();
        var report = (RegressionReport) file.report().orElseThrow();
        assertThat(report.predictions().targetName()).isEqualTo("price, in $");
        assertThat(report.truth()).containsExactly(10, -1);
        assertThat(report.predictions().values()).containsExactly(12.5, -1);
        assertThat(report.kind()).isEqualTo(Task.Kind.REGRESSION);
    }

    @Test
    void whatIsNoAnswerToEachItemIsNone() throws IOException {
        assertThat(PredictionsFile.in(folder)).isEmpty();
        Files.writeString(folder.resolve("predictions.csv"), "file,error,mean\na,1,2\n");
        assertThat(PredictionsFile.in(folder)).isEmpty();
        Files.writeString(folder.resolve("predictions.csv"), "");
        assertThat(PredictionsFile.in(folder)).isEmpty();
        assertThat(file("file,truth,predicted,p(a)\n").report()).isEmpty();
    }

    @Test
    void aDamagedFileIsRefusedWithItsName() {
        for (var rows : List.of("a,x,x,0.5", "a,x,x,0.5,oops", "a,z,x,0.5,0.5")) {
            assertThatThrownBy(() -> file("file,truth,predicted,p(x),p(y)\n" + rows + "\n")
                            .report())
                    .as(rows)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(folder.resolve("predictions.csv").toString());
        }
    }
}

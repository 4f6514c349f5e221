package dev.sweetspot.deep.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.sweetspot.data.Depth;
import dev.sweetspot.data.ImageShape;
import dev.sweetspot.data.TableSet;
import dev.sweetspot.data.Task;
import dev.sweetspot.data.format.DataSets;
import dev.sweetspot.data.format.LoadOptions;
import dev.sweetspot.data.prepare.Scaling;
import dev.sweetspot.data.prepare.TablePreparation;
import dev.sweetspot.data.table.TableOptions;
import dev.sweetspot.deep.training.rescaling.Rescaling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorScaleTest {
    @TempDir
    Path folder;

    /** What is stored, less the mean of its channel and divided by its deviation, however a network gets it. */
    @Test
    void imagesAreJudgedInTheSameUnitsHoweverTheyAreRescaled() {
        var set = RandomImages.of(6, new ImageShape(5, 4, 3), Depth.U8);
        var statistics = RandomImages.statistics(set);
        for (var rescaling : Rescaling.installed()) {
            if (!rescaling.ofEachImage()) {
                var examples = new ImageExamples(set, statistics).with(rescaling);
                var scale = examples.errorScale();
                var prepared = PreparedInputs.of(examples, new int[] {4})[0];
                for (int i = 0; i < prepared.length; i++) {
                    int stored = set.pixels().get(4 * prepared.length + i) & 0xff;
                    int c = i % set.channels();
                    double standard = (stored - statistics.mean(c)) / statistics.sd(c);
                    assertThat(scale.standard(prepared[i], i))
                            .as(rescaling.name())
                            .isCloseTo(standard, offset(1e-4));
                    assertThat(scale.difference(prepared[0], prepared[3 * (i / 3)], 0))
                            .isCloseTo(
                                    scale.standard(prepared[0], 0) - scale.standard(prepared[3 * (i / 3)], 0),
                                    offset(1e-4));
                }
            }
        }
    }

    @Test
    void rowsAreJudgedInTheSameUnitsHoweverTheirNumbersAreScaled() throws IOException {
        var file = folder.resolve("t.csv");
        Files.writeString(file, "x,constant,kind\n1,7,a\n2,7,b\n4,7,a\n,7,b\n9,7,a\n");
        var options = TableOptions.AUTOMATIC.withTask(Task.Kind.RECONSTRUCTION);
        var set = (TableSet)
                DataSets.open(file, Optional.empty(), LoadOptions.automatic(1).withTable(options))
                        .set();
        int[] all = IntStream.range(0, 5).toArray();
        for (var scaling : Scaling.values()) {
            if (scaling != Scaling.QUANTILE) {
                var preparation = TablePreparation.fit(set, all, scaling);
                var table = preparation.apply(set);
                var scale = ErrorScale.of(preparation, table, all);
                var row = new float[table.width()];
                table.write(4, row, 0);
                // numpy: x = [1, 2, 4, 3, 9], the median in the place of what is missing; (9 - mean) / sd
                assertThat(scale.standard(row[0], 0)).as(scaling.word()).isCloseTo(1.8666912, offset(1e-5));
                int kinds = preparation.inputNames().indexOf("kind = a");
                assertThat(scale.standard(row[kinds], kinds)).as(scaling.word()).isCloseTo(0.4, offset(1e-6));
            }
        }
    }
}

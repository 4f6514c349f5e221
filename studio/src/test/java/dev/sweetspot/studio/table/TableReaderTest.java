package dev.sweetspot.studio.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looks into tables. */
@Timeout(60)
class TableReaderTest {
    private static final Path SAMPLES = Path.of("..", "samples");

    @TempDir
    private Path folder;

    private TableLook look(String text) throws IOException {
        return TableReader.look(Files.writeString(folder.resolve("t.csv"), text), Optional.empty());
    }

    private static ColumnLook column(TableLook look, String name) {
        return look.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWinesAreSeenWithTheirColumnsAndClasses() {
        var look = TableReader.look(SAMPLES.resolve("wine.csv"), Optional.empty());
        assertThat(look.rows()).isEqualTo(178);
        assertThat(look.whole()).isTrue();
        assertThat(look.columns()).hasSize(14);
        assertThat(column(look, "alcohol").number()).isTrue();
        assertThat(column(look, "alcohol").low()).isEqualTo(11.03);
        assertThat(column(look, "alcohol").bars().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(178);
        assertThat(column(look, "target").words())
                .containsExactly(
                        new ColumnLook.Count("class_1", 71),
                        new ColumnLook.Count("class_0", 59),
                        new ColumnLook.Count("class_2", 48));
        assertThat(look.columns())
                .allSatisfy(column -> assertThat(column.problems()).isEmpty());
        assertThat(look.notes()).isEmpty();
        assertThat(look.series()).isEmpty();
    }

    @Test
    void theVowelsAreSeenAsSeriesAndTheirClassesAreCountedBySeries() {
        var look = TableReader.look(SAMPLES.resolve("japanese-vowels-train.csv.gz"), Optional.empty());
        assertThat(look.seriesCount()).isEqualTo(270);
        assertThat(look.shortest()).isEqualTo(7);
        assertThat(look.longest()).isEqualTo(26);
        assertThat(look.series()).hasSize(24);
        assertThat(look.series().stream().map(SeriesLook::label).distinct()).hasSize(6);
        assertThat(look.series().get(0).channels()).hasSize(8);
        assertThat(look.series().get(0).channels().get(0))
                .hasSize(look.series().get(0).steps());
        assertThat(column(look, "label").words()).hasSize(9).allMatch(word -> word.count() == 30);
    }

    @Test
    void whatAPersonShouldLookAtIsSaidOfEachColumn() throws IOException {
        var text = new StringBuilder("id,same,gone,half,x\n");
        for (int i = 0; i < 30; i++) {
            text.append("p")
                    .append(i)
                    .append(",1,,")
                    .append(i < 10 ? "3" : "NA")
                    .append(',')
                    .append(i % 3)
                    .append('\n');
        }
        var look = look(text.toString());
        assertThat(column(look, "id").problems())
                .containsExactly("is another one in nearly each row: a name of the row?");
        assertThat(column(look, "same").problems())
                .containsExactly("is the same in each row: nothing can be learnt from it");
        assertThat(column(look, "gone").problems()).containsExactly("has no value at all");
        assertThat(column(look, "half").problems()).contains("is missing in more than half of the rows");
        assertThat(column(look, "half").missing()).isEqualTo(20);
        assertThat(column(look, "x").problems()).isEmpty();
    }

    @Test
    void rowsThatDoNotFitTheHeaderAreNamedByTheirLines() throws IOException {
        var look = look("a,b\n1,2\n1\n1,2,3\n");
        assertThat(look.notes())
                .containsExactly(
                        "2 rows have more or fewer cells than the header, which has 2: line 3 has 1 cell, line 4"
                                + " has 3 cells. Nothing can be learnt before that is put right.");
    }

    @Test
    void ofALargeFileTheBeginningIsReadAndThatIsSaid() throws IOException {
        var file = folder.resolve("large.csv");
        Files.writeString(file, "a,b\n" + "1,\"x\ny\"\n".repeat(1000));
        // Cut within a cell that holds a line break.
        var look = TableReader.look(Beginning.of(file, 4 + 8 * 100 + 5), Optional.empty());
        assertThat(look.whole()).isFalse();
        assertThat(look.rows()).isEqualTo(100);
        assertThat(look.notes())
                .containsExactly("The file is large: this is a look at its first 100 rows. All of it is learnt from.");
    }

    @Test
    void hugeCellsAreShownShortAndHostileNamesAreText() throws IOException {
        var look = look("<img src=x onerror=alert(1)>,b\n" + "x".repeat(3_000_000) + ",=cmd\n\u202eabc,2\n");
        assertThat(look.columns().get(0).name()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(look.first().get(0).get(0)).hasSize(81);
        assertThat(look.first().get(1).get(0)).doesNotContain("\u202e");
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItWeighsIsReadInPartOrRefused() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(bytes)) {
            gz.write("a,b\n".getBytes(StandardCharsets.UTF_8));
            var row = "1,2\n".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                gz.write(row);
            }
        }
        var file = Files.write(folder.resolve("bomb.csv.gz"), bytes.toByteArray());
        assertThat(TableReader.look(file, Optional.empty()).whole()).isFalse();
    }

    @Test
    void whatIsNoTableIsRefusedInWords() throws IOException {
        assertThatThrownBy(() -> look("a,a\n1,2\n")).hasMessageContaining("two columns are called a");
        assertThatThrownBy(() -> look("")).hasMessageContaining("is empty");
        var gz = Files.writeString(folder.resolve("x.csv.gz"), "no gzip");
        assertThatThrownBy(() -> TableReader.look(gz, Optional.empty())).hasMessageContaining("cannot be read");
        var image = Files.writeString(folder.resolve("x.png"), "x");
        assertThatThrownBy(() -> TableReader.look(image, Optional.empty())).hasMessageContaining("must be a table");
    }
}

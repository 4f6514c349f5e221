package dev.sweetspot.trackers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.testkit.GoldenFile;
import dev.sweetspot.trackers.Studies;
import dev.sweetspot.trackers.table.Column.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
    @TempDir
    Path folder;

    private static Table trials() {
        var study = Studies.open(Studies.store());
        return new TrialTable(study.spec().problem(), study.space(), study.history());
    }

    private static Table reports() {
        var store = Studies.store();
        var study = Studies.open(store);
        return new ReportTable(store, Studies.NAME, study.spec().problem(), study.history());
    }

    private Path written(Table table, String format) throws IOException {
        return TableFormats.write(table, TableFormats.find(format).orElseThrow(), folder);
    }

    @Test
    void everyTrialIsARowOfCommaSeparatedCells() throws IOException {
        assertThat(written(trials(), "csv")).hasContent("""
                trial,state,reason,by,why,repeats,reached,started,ended,seconds,worker,threads,numeric_mode,parameter_rate,\
                parameter_layers,parameter_optimizer,parameter_nesterov,parameter_batch,value_loss,value_memory,value_train_loss
                0,completed,,random,"a first, ""quick"" guess",,2.0,2026-11-22T10:00:01.123456Z,\
                2026-11-22T10:00:06.123456Z,6.0,w1,1,,0.01,2,sgd,true,32,-0.25,1.75,
                1,stopped,'+worse than the median,random,,,1.0,2026-11-22T10:00:03.123456Z,\
                2026-11-22T10:00:07.123456Z,7.0,"'=cmd|' /C calc'!A0, ""w""
                ö",1,,0.1,3,adam,,64,NaN,,
                2,failed,"'=1+1, or
                ""so""\",random,,,0.0,2026-11-22T10:00:08.123456Z,2026-11-22T10:00:09.123456Z,9.0,w1,1,,0.001,4,adam,,128,,,
                3,over limit,memory = 3.0,random,,,0.0,2026-11-22T10:00:10.123456Z,2026-11-22T10:00:11.123456Z,11.0,w1,1,,\
                0.002,1,sgd,false,32,,3.0,
                4,running,,random,,,1.0,2026-11-22T10:00:12.123456Z,,13.0,w2,1,,0.003,1,adam,,64,0.125,,0.0625
                """);
    }

    @Test
    void everyReportIsARowInTheOrderInWhichTheyWereMade() throws IOException {
        assertThat(written(reports(), "csv")).hasContent("""
                trial,step,at,seconds,value_loss,value_memory,value_train_loss
                0,1.0,2026-11-22T10:00:02.123456Z,2.0,0.5,1.5,
                1,1.0,2026-11-22T10:00:04.123456Z,4.0,NaN,,
                0,2.0,2026-11-22T10:00:05.123456Z,5.0,-0.25,1.75,
                4,1.0,2026-11-22T10:00:13.123456Z,13.0,0.125,,0.0625
                """);
    }

    @Test
    void everyTrialIsALineOfJson() throws IOException {
        var lines = Files.readAllLines(written(trials(), "jsonl"));

        assertThat(lines).hasSize(5);
        var second = Fields.of(Json.parseMap(lines.get(1), "line"));
        assertThat(second.integer("trial")).isEqualTo(1);
        assertThat(second.text("worker")).isEqualTo(Studies.WORKER);
        assertThat(second.text("reason")).isEqualTo("+worse than the median");
        assertThat(second.find("parameter_nesterov")).isEmpty();
        assertThat(lines.get(1)).contains("\"parameter_nesterov\":null");
        assertThat(second.integer("parameter_batch")).isEqualTo(64);
        assertThat(second.text("value_loss")).isEqualTo("NaN");
        assertThat(Fields.of(Json.parseMap(lines.get(0), "line")).require("parameter_nesterov"))
                .isEqualTo(Form.of(true));
    }

    /** The bytes of the golden files are those that another program has read: see their first lines. */
    @Test
    void aParquetFileHasTheBytesThatAnotherProgramReadRightly() throws IOException {
        assertThat(hex(written(trials(), "parquet")))
                .isEqualTo(GoldenFile.beside(TablesTest.class, "trials-parquet.txt")
                        .lines());
        assertThat(hex(written(reports(), "parquet")))
                .isEqualTo(GoldenFile.beside(TablesTest.class, "reports-parquet.txt")
                        .lines());
    }

    private static List<String> hex(Path file) throws IOException {
        var text = HexFormat.of().formatHex(Files.readAllBytes(file));
        return List.of(text.split("(?<=\\G.{128})"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+2.5e3", "-Infinity", "plain"})
    void whatIsNoFormulaStaysAsItIs(String text) throws IOException {
        assertThat(written(one(text), "csv")).hasContent("text\n" + text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "@sum", "-x", "+a1"})
    void whatASpreadsheetWouldComputeBecomesText(String text) throws IOException {
        assertThat(written(one(text), "csv")).hasContent("text\n'" + text + "\n");
    }

    @Test
    void anEmptyTextIsNotAnEmptyCell() throws IOException {
        assertThat(Files.readString(written(one(""), "csv"), StandardCharsets.UTF_8))
                .isEqualTo("text\n\"\"\n");
    }

    @Test
    void aTableThatCannotBeWrittenLeavesTheOldOneWhole() throws IOException {
        var file = written(one("old"), "csv");
        var broken = new OneCell("new") {
            @Override
            public void rows(Taker taker) throws IOException {
                super.rows(taker);
                throw new IOException("the medium failed");
            }
        };

        assertThatThrownBy(() -> written(broken, "csv")).hasMessage("the medium failed");

        assertThat(file).hasContent("text\nold\n");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void aCellOfAnotherKindIsRefused() {
        var row = new Row(List.of(new Column("count", Kind.WHOLE)));
        assertThatThrownBy(() -> row.set(0, "many"))
                .hasMessageContaining("count = many")
                .hasMessageContaining("WHOLE");
    }

    private static Table one(String text) {
        return new OneCell(text);
    }

    private static class OneCell implements Table {
        private final String text;

        OneCell(String text) {
            this.text = text;
        }

        @Override
        public String name() {
            return "one";
        }

        @Override
        public List<Column> columns() {
            return List.of(new Column("text", Kind.TEXT));
        }

        @Override
        public void rows(Taker taker) throws IOException {
            var row = new Row(columns());
            row.set(0, text);
            taker.take(row);
        }
    }
}

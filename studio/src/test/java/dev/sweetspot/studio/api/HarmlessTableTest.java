package dev.sweetspot.studio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that people open in spreadsheets. */
class HarmlessTableTest {
    @TempDir
    private Path folder;

    private String copied(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        HarmlessTable.copy(Files.writeString(folder.resolve("table.csv"), text), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\tx", "-", "+", "--1", "=1"})
    void whatASpreadsheetWouldComputeIsAText(String cell) throws IOException {
        assertThat(copied("a,b\n" + cell + ",1\n")).isEqualTo("a,b\n'" + cell + ",1\n");
        assertThat(copied("a,b\n1,\"" + cell + "\"\n")).isEqualTo("a,b\n1,\"'" + cell + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+0.5", "-1.5e-7", "-.5", "-Infinity", "-1.0E10", "a=b", "", "1-2", "x@y.org"})
    void numbersAndTextsStayAsTheyAre(String cell) throws IOException {
        assertThat(copied("a,b\n" + cell + ",\"" + cell + "\"\n")).isEqualTo("a,b\n" + cell + ",\"" + cell + "\"\n");
    }

    @Test
    void quotesCommasAndLineBreaksInACellAreNoEndOfIt() throws IOException {
        var text = "a,b\n\"x,=1\",\"\"\"=1\"\"\"\n\"x\n=1\",\"\"\n";
        assertThat(copied(text)).isEqualTo(text);
        assertThat(copied("=a")).isEqualTo("'=a");
    }
}

package dev.sweetspot.studio.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model said of unknown images, asked for again and again. */
class SaidTablesTest {
    @TempDir
    private Path folder;

    private Path table(int images, double sure) throws IOException {
        var text = new StringBuilder("file,predicted,p(a),p(b)\n");
        for (int i = 0; i < images; i++) {
            text.append("unknown-3.zip/")
                    .append(i)
                    .append(".png,a,")
                    .append(sure - i * 1e-6)
                    .append(",0.1\n");
        }
        return Files.writeString(folder.resolve("predictions.csv"), text.toString());
    }

    @Test
    void aTableIsReadOnceUntilItIsAnotherOne() throws IOException {
        var tables = new SaidTables();
        var first = tables.of(table(10_000, 0.9));
        assertThat(first).hasSize(10_000).startsWith(new SaidTables.Said(9999, "a", 0.9 - 9999e-6));
        assertThat(tables.of(folder.resolve("predictions.csv"))).isSameAs(first);

        assertThat(tables.of(table(3, 0.8))).hasSize(3);
        var other = Files.writeString(folder.resolve("other.csv"), "file,predicted\nunknown-3.zip/7.tif,b\n");
        assertThat(tables.of(other)).containsExactly(new SaidTables.Said(7, "b", 0));
    }
}

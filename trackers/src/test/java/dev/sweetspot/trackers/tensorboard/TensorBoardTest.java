package dev.sweetspot.trackers.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.form.InvalidInputException;
import dev.sweetspot.store.Store;
import dev.sweetspot.testkit.GoldenFile;
import dev.sweetspot.trackers.Export;
import dev.sweetspot.trackers.Studies;
import dev.sweetspot.trackers.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardTest {
    @TempDir
    Path home;

    private Path folder;
    private Target target;
    private final Store store = Studies.store();

    @BeforeEach
    void open() {
        folder = home.resolve("runs");
        target = Target.parse("--to", "tensorboard:" + folder);
    }

    private void export() throws IOException {
        Export.to(target, store, Studies.open(store));
    }

    /** All files as the golden file has them. */
    private List<String> written() throws IOException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(path -> path.toString().contains("tfevents"))
                    .sorted()
                    .toList()) {
                lines.add("file " + folder.relativize(file).toString().replace('\\', '/'));
                var text = HexFormat.of().formatHex(Files.readAllBytes(file));
                lines.addAll(Arrays.asList(text.split("(?<=\\G.{128})", -1)));
            }
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }

    /** Those that TensorBoard has read: see the first lines of the golden file. */
    private static List<String> golden() {
        return GoldenFile.beside(TensorBoardTest.class, "events.txt").lines();
    }

    @Test
    void theFilesHaveTheBytesThatTensorBoardReadRightly() throws IOException {
        export();

        assertThat(written()).isEqualTo(golden());
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenTwice() throws IOException {
        export();
        export();

        assertThat(written()).isEqualTo(golden());
    }

    @Test
    void aFileThatWasCutOffIsCompleted() throws IOException {
        export();
        var file = folder.resolve("trial-0000/events.out.tfevents.1795341600.sweetspot");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        export();

        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aFileOfOtherEventsIsRefused() throws IOException {
        export();
        var file = folder.resolve("trial-0000/events.out.tfevents.1795341600.sweetspot");
        Files.writeString(file, "something else");

        assertThatThrownBy(this::export)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds other events than those of this study");
    }

    @Test
    void aFolderOfAnotherStudyIsRefused() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("study.txt"), "another\n2026-11-22T09:00:00Z\n");

        assertThatThrownBy(this::export).hasMessageContaining("holds the study another");
    }

    @Test
    void aFolderWithRunsOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/events.out.tfevents.1.me"), "");

        assertThatThrownBy(this::export).hasMessageContaining("holds runs of something else");
    }

    @Test
    void aPlaceThatCannotBeOneIsRefusedInWords() throws IOException {
        Files.writeString(folder, "a file");

        assertThatThrownBy(() -> Target.parse("--track", "tensorboard:" + folder))
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Target.parse("--track", "tensorboard"))
                .hasMessage("--track = tensorboard: says no place. Maybe tensorboard:DIR?");
        assertThatThrownBy(() -> Target.parse("--track", "tensorbord:x"))
                .hasMessageContaining("is no known tracker")
                .hasMessageContaining("tensorboard?");
    }
}

package dev.sweetspot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsTest {
    @Test
    void whatOtherProgramsLeaveInTheFolderIsNoArtifact(@TempDir Path folder) throws IOException {
        var artifacts = new FolderArtifacts(folder.resolve("kept"));
        var file = Files.writeString(folder.resolve("network"), "weights");
        artifacts.put("s", 3, "checkpoint", file);
        Files.writeString(folder.resolve("kept/s/.DS_Store"), "seen");
        Files.createDirectories(folder.resolve("kept/s/notes"));
        Files.writeString(folder.resolve("kept/s/notes/today.txt"), "all well");

        assertThat(artifacts.list("s")).singleElement().satisfies(kept -> assertThat(kept.trial())
                .isEqualTo(3));
    }
}

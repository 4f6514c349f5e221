package dev.sweetspot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.store.Artifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link Artifacts} keeps. */
public abstract class ArtifactsContract {
    /** A folder for the files that are given. */
    @TempDir
    protected Path given = Path.of("");

    /** The artifacts under test, empty. */
    protected abstract Artifacts artifacts();

    /** Damages what is kept, as a broken disk would. */
    protected abstract void damage(Path kept) throws IOException;

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(given, "given", ".bin"), text);
    }

    /** What was put is there, whole, under its name, its trial and its study. */
    @Test
    public void whatWasPutIsThereAsItWas() throws IOException {
        var artifacts = artifacts();
        var kept = artifacts.put("s", 3, "checkpoint", file("hello"));

        assertThat(artifacts.get("s", 3, kept))
                .hasValueSatisfying(path -> assertThat(path).hasContent("hello"));
        assertThat(artifacts.get("s", 4, kept)).isEmpty();
        assertThat(artifacts.get("t", 3, kept)).isEmpty();
        assertThat(artifacts.get("s", 3, "0000000000000000-checkpoint")).isEmpty();
    }

    /** The hash is in the name: other content is another artifact, and both are kept. */
    @Test
    public void otherContentIsAnotherArtifact() throws IOException {
        var artifacts = artifacts();
        var first = artifacts.put("s", 0, "model", file("one"));
        var second = artifacts.put("s", 0, "model", file("two"));

        assertThat(first).isNotEqualTo(second);
        assertThat(artifacts.get("s", 0, first))
                .hasValueSatisfying(path -> assertThat(path).hasContent("one"));
        assertThat(artifacts.put("s", 0, "model", file("one")))
                .as("the same again")
                .isEqualTo(first);
    }

    /** A damaged file is as good as none. */
    @Test
    public void aDamagedFileIsNotGiven() throws IOException {
        var artifacts = artifacts();
        var kept = artifacts.put("s", 0, "model", file("whole"));
        damage(artifacts.get("s", 0, kept).orElseThrow());

        assertThat(artifacts.get("s", 0, kept)).isEmpty();
    }

    /** What is deleted is gone, and nothing else is. */
    @Test
    public void whatIsDeletedIsGone() throws IOException {
        var artifacts = artifacts();
        var first = artifacts.put("s", 0, "a", file("a"));
        artifacts.put("s", 1, "b", file("bb"));
        artifacts.put("t", 0, "c", file("c"));
        artifacts.delete("s", 0, first);
        artifacts.delete("s", 0, first);

        assertThat(artifacts.list("s")).singleElement().satisfies(left -> {
            assertThat(left.trial()).isEqualTo(1);
            assertThat(left.bytes()).isEqualTo(2);
        });
        artifacts.deleteAll("s");
        assertThat(artifacts.list("s")).isEmpty();
        assertThat(artifacts.list("t")).hasSize(1);
        artifacts.deleteAll("nowhere");
        assertThat(artifacts.list("nowhere")).isEmpty();
    }

    /** Names mean nothing to the file system. */
    @Test
    public void anyTextIsAName() throws IOException {
        var artifacts = artifacts();
        for (var name : List.of("../../escape", "gr\u00fcn", "a/b", "con", ".", "line\nbreak", "%2e")) {
            var kept = artifacts.put(name, 0, name, file(name));

            assertThat(artifacts.get(name, 0, kept)).as(name).hasValueSatisfying(path -> assertThat(path)
                    .hasContent(name));
            var listed = artifacts.list(name);
            assertThat(listed).as(name).hasSize(1);
            assertThat(listed.get(0).artifact()).as("the name that put gave").isEqualTo(kept);
            artifacts.delete(name, 0, listed.get(0).artifact());
            assertThat(artifacts.list(name)).as("deleted by its listed name").isEmpty();
        }
    }

    /** A worker is interrupted just when its checkpoint counts most. */
    @Test
    public void anInterruptedThreadCanKeepItsFile() throws IOException {
        var artifacts = artifacts();
        var file = file("last words");
        Thread.currentThread().interrupt();
        var kept = artifacts.put("s", 0, "checkpoint", file);

        assertThat(Thread.interrupted()).as("the interrupt is kept for later").isTrue();
        assertThat(artifacts.get("s", 0, kept)).isPresent();
    }

    /** Whoever is to end soon may still have to look for what others go on from. */
    @Test
    public void anInterruptedThreadIsGivenItsFile() throws IOException {
        var artifacts = artifacts();
        var kept = artifacts.put("s", 0, "checkpoint", file("first words"));
        Thread.currentThread().interrupt();
        var found = artifacts.get("s", 0, kept);
        var listed = artifacts.list("s");

        assertThat(Thread.interrupted()).as("the interrupt is kept for later").isTrue();
        assertThat(found).hasValueSatisfying(path -> assertThat(path).hasContent("first words"));
        assertThat(listed).hasSize(1);
    }
}

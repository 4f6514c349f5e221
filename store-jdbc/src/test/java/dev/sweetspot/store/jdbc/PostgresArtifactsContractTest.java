package dev.sweetspot.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.store.Artifacts;
import dev.sweetspot.store.Stores;
import dev.sweetspot.testkit.ArtifactsContract;
import dev.sweetspot.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("once")
class PostgresArtifactsContractTest extends ArtifactsContract {
    private static EmbeddedDatabase server;

    @TempDir
    Path local;

    @TempDir
    Path elsewhere;

    private String address = "";

    @BeforeAll
    static void start() {
        server = EmbeddedDatabase.start(false);
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Override
    protected Artifacts artifacts() {
        address = server.address();
        return Stores.artifacts(address, local);
    }

    @Override
    protected void damage(Path kept) throws IOException {
        Files.writeString(kept, "half");
        var database = PostgresDatabase.open(PostgresAddress.of(address));
        database.write(session -> session.update("update artifact_part set body = 'half'::bytea"));
        database.close();
    }

    @Test
    void aFileOfSeveralPartsReachesAnotherMachine() throws IOException {
        var content = new byte[(3 << 20) + 17];
        new SplittableRandom(1).nextBytes(content);
        var kept = artifacts().put("s", 3, "checkpoint", Files.write(given.resolve("big"), content));

        var there = Stores.artifacts(address, elsewhere).get("s", 3, kept).orElseThrow();
        assertThat(there).startsWith(elsewhere).hasBinaryContent(content);
        assertThat(elsewhere).as("nothing half is left").isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void anInterruptedThreadSendsAndFetchesAFileOfSeveralParts() throws IOException {
        var content = new byte[(3 << 20) + 17];
        new SplittableRandom(2).nextBytes(content);
        var artifacts = artifacts();
        var file = Files.write(given.resolve("big"), content);
        var other = Stores.artifacts(address, elsewhere);

        Thread.currentThread().interrupt();
        var there = other.get("s", 3, artifacts.put("s", 3, "checkpoint", file));

        assertThat(Thread.interrupted()).as("the interrupt is kept for later").isTrue();
        assertThat(there)
                .hasValueSatisfying(
                        path -> assertThat(path).startsWith(elsewhere).hasBinaryContent(content));
    }

    @Test
    void aCopyOfThisMachineThatWasDamagedIsFetchedAgain() throws IOException {
        var artifacts = artifacts();
        var kept = artifacts.put("s", 0, "checkpoint", Files.writeString(given.resolve("small"), "whole"));
        Files.writeString(artifacts.get("s", 0, kept).orElseThrow(), "half");

        assertThat(artifacts.get("s", 0, kept))
                .hasValueSatisfying(path -> assertThat(path).hasContent("whole"));
    }

    @Test
    void whatAnotherMachineDeletedIsGoneHereToo() throws IOException {
        var artifacts = artifacts();
        var kept = artifacts.put("s", 0, "checkpoint", Files.writeString(given.resolve("small"), "whole"));
        Stores.artifacts(address, elsewhere).delete("s", 0, kept);

        assertThat(artifacts.get("s", 0, kept)).isEmpty();
    }

    @Test
    void theSameFileKeptTwiceIsOne() throws IOException {
        var artifacts = artifacts();
        artifacts.put("s", 0, "checkpoint", Files.writeString(given.resolve("a"), "same"));
        artifacts.put("s", 0, "checkpoint", Files.writeString(given.resolve("b"), "same"));

        assertThat(artifacts.list("s")).hasSize(1);
    }
}

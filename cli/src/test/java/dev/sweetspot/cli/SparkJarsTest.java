package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SparkJarsTest {
    private static final String HOME = "sweetspot.home";

    @TempDir
    Path home;

    private final String before = System.getProperty(HOME);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(HOME);
        } else {
            System.setProperty(HOME, before);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBuildEndsWithTheCommandThatBeganIt() throws Exception {
        var pid = home.resolve("pid");
        var maven = Files.writeString(
                home.resolve("mvnw"),
                "#!/bin/sh\necho $$ > " + pid + ".tmp\nmv " + pid + ".tmp " + pid + "\nsleep 50\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        System.setProperty(HOME, home.toString());
        var ended = new CompletableFuture<Boolean>();
        var command = new Thread(() -> {
            try {
                SparkJars.find(new OutputOptions());
                ended.complete(false);
            } catch (InterruptedException e) {
                ended.complete(true);
            } catch (RuntimeException e) {
                ended.completeExceptionally(e);
            }
        });
        command.start();
        while (!Files.exists(pid)) {
            Thread.sleep(20);
        }
        var build = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .map(ProcessHandle::onExit)
                .orElse(null);

        command.interrupt();

        assertThat(ended.get()).isTrue();
        Objects.requireNonNull(build).get(20, TimeUnit.SECONDS);
    }
}

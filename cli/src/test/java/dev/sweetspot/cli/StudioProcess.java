package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;

/** The studio in a process of its own; it can be killed, and comes back at the same address. */
record StudioProcess(Path home, Spawned process, URI address) implements AutoCloseable {
    static StudioProcess start(Path home) throws Exception {
        return start(home, 0);
    }

    private static StudioProcess start(Path home, int port) throws Exception {
        var process = Spawned.of(
                home.resolve("studio.log"),
                "studio",
                "--no-browser",
                "--port",
                port,
                "--store",
                home.resolve("studies.db"),
                "--projects",
                home.resolve("projects"),
                "--folder",
                home);
        return new StudioProcess(home, process, URI.create(printed(process)));
    }

    /** The last line, once it is an address. */
    private static String printed(Spawned process) throws InterruptedException {
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; Thread.sleep(20)) {
            var lines = process.said().lines().toList();
            if (!lines.isEmpty() && lines.get(lines.size() - 1).startsWith("http")) {
                return lines.get(lines.size() - 1);
            }
            assertThat(process.process().isAlive()).as(process.said()).isTrue();
        }
        throw new AssertionError(process.said());
    }

    /** Ends it without asking: SIGKILL. */
    void kill() throws InterruptedException {
        process.process().destroyForcibly().waitFor();
    }

    /** The same once more, where it was before. */
    StudioProcess again() throws Exception {
        return start(home, address.getPort());
    }

    @Override
    public void close() {
        process.close();
    }
}

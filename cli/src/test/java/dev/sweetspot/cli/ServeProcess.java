package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The search over HTTP in a process of its own; it can be killed, and comes back at the same address. */
record ServeProcess(Path home, Spawned process, URI address) implements AutoCloseable {
    static ServeProcess start(Path home, Object... more) throws Exception {
        return begun(home, 0, more);
    }

    private static ServeProcess begun(Path home, int port, Object... more) throws Exception {
        var all = new ArrayList<Object>(List.of("serve", "--port", port, "--store", home.resolve("studies.db")));
        all.addAll(List.of(more));
        var process = Spawned.of(home.resolve("serve-" + System.nanoTime() + ".log"), all.toArray());
        return new ServeProcess(home, process, URI.create(printed(process)));
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

    /** What it answers to who looks. */
    Fields look(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/api" + path)).timeout(Duration.ofSeconds(30));
        var response = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Fields.of(Json.parseMap(response.body(), "answer"));
    }

    /** Ends it without asking, SIGKILL, and lets it begin again where it was. */
    ServeProcess killedAndBegunAgain() throws Exception {
        process.process().destroyForcibly().waitFor();
        return begun(home, address.getPort());
    }

    @Override
    public void close() {
        process.close();
    }
}

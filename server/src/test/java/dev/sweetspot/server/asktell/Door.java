package dev.sweetspot.server.asktell;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The search over HTTP, and a client that says what it is told to. */
final class Door implements AutoCloseable {
    /** What came back. */
    record Heard(int status, String text, HttpResponse<String> response) {
        Fields fields() {
            return Fields.of(Json.parseMap(text, "answer"));
        }
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final WebServer server;

    /** @param process a name that no other one on the store has */
    Door(Store store, String process, Duration lease) {
        var means = new Opened.Means(Clock.systemUTC(), lease, List.of(), Learning.NOTHING);
        var searches = new Searches(store, process, new Chosen("random", "none"), means);
        server = WebServer.start(
                ServerSettings.local(0),
                List.of(new SearchesResource(searches), new SearchResource(searches), new OpenTrialResource(searches)),
                Assets.NONE);
    }

    Heard say(String path, String json) {
        return heard(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Heard look(String path) {
        return heard(HttpRequest.newBuilder(at(path)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/api" + path);
    }

    private static Heard heard(HttpRequest.Builder request) {
        try {
            var response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            return new Heard(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

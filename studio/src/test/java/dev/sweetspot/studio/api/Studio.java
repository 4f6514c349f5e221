package dev.sweetspot.studio.api;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.AllowedFolders;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.playground.Plays;
import dev.sweetspot.studio.project.Pictures;
import dev.sweetspot.studio.work.Launcher;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A studio that serves, and a client that is no browser. */
final class Studio implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Shelf shelf;
    private final WebServer server;

    /**
     * @param projects where they lie
     * @param allowed the folder that may be named
     */
    Studio(Path projects, Path allowed) {
        this(projects, allowed, words -> List.of("false"));
    }

    /** @param launcher begins what is done in processes of their own */
    Studio(Path projects, Path allowed, Launcher launcher) {
        shelf = new Shelf(projects, Pictures.NOON, 2);
        server = WebServer.start(
                ServerSettings.local(0),
                StudioResources.of(
                        shelf,
                        AllowedFolders.of(List.of(allowed)),
                        new Workshop(shelf, launcher, Pictures.NOON),
                        new Plays(() -> {})),
                Assets.NONE);
    }

    /** A project behind the address. */
    OpenProject project(String address) {
        return shelf.get(address);
    }

    /** Asks the bin. */
    HttpResponse<byte[]> bin(String verb, String path) {
        return send(
                request("/api/bin" + path).method(verb, BodyPublishers.noBody()).build());
    }

    /** Asks something that belongs to no project. */
    HttpResponse<byte[]> api(String verb, String path, String json) {
        return send(request("/api" + path)
                .header("Content-Type", "application/json")
                .method(verb, BodyPublishers.ofString(json))
                .build());
    }

    /** Sends a file. */
    HttpResponse<byte[]> api(String verb, String path, byte[] file) {
        return send(request("/api" + path)
                .header("Content-Type", "application/octet-stream")
                .method(verb, BodyPublishers.ofByteArray(file))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path)).timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send(request("/api/projects" + path).build());
    }

    HttpResponse<byte[]> post(String path, String json) {
        return send(request("/api/projects" + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<byte[]> put(String path, String json) {
        return send(request("/api/projects" + path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<byte[]> delete(String path) {
        return send(request("/api/projects" + path).DELETE().build());
    }

    HttpResponse<byte[]> post(String path, byte[] file) {
        return send(request("/api/projects" + path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static Fields fields(HttpResponse<byte[]> answer) {
        return Fields.of(Json.parse(text(answer), "answer"));
    }

    static List<String> texts(Form form) {
        return ((Form.ListForm) form)
                .items().stream()
                        .map(item -> item instanceof Form.TextForm text ? text.value() : Json.write(item))
                        .toList();
    }

    /** Waits until nothing comes in any more, and tells how that ended. */
    Fields ended(String project) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < end) {
            var incoming = fields(get("/" + project)).map("incoming");
            if (!incoming.text("state").equals("running")) {
                return incoming;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the import did not end");
    }

    private static void well(HttpResponse<byte[]> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + ": " + text(answer));
        }
    }

    /** Sends files and takes them in. */
    Fields take(String project, Upload... files) {
        var upload = fields(post("/" + project + "/uploads", new byte[0])).whole("upload");
        for (var file : files) {
            well(post("/" + project + "/uploads/" + upload + "/files?path=" + encoded(file.path()), file.bytes()));
        }
        well(post("/" + project + "/uploads/" + upload + "/take", new byte[0]));
        return ended(project);
    }

    /** One file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Upload(String path, byte[] bytes) {}

    @Override
    public void close() {
        server.close();
    }
}

package dev.sweetspot.server;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A server with a resource of each kind of route, and a client that is no browser. */
final class Served implements AutoCloseable {
    static final String PAGE = "<!doctype html><title>page</title>";

    final Matters matters = new Matters();
    final WebServer server;
    final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private Served(ServerSettings settings) {
        server = WebServer.start(settings, List.of(matters), Served::asset);
    }

    static Served local() {
        return new Served(ServerSettings.local(0));
    }

    static Served with(ServerSettings settings) {
        return new Served(settings);
    }

    private static Optional<Assets.Asset> asset(String path) {
        return path.equals("/")
                ? Optional.of(new Assets.Asset(
                        "text/html; charset=utf-8",
                        Bytes.of(PAGE.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty(),
                        false))
                : Optional.empty();
    }

    /** Answers of each kind. */
    static final class Matters implements Resource {
        final AtomicLong count = new AtomicLong();
        final AtomicLong asked = new AtomicLong();
        volatile boolean closed;

        @Override
        public List<Route> routes() {
            return List.of(
                    Route.get(
                                    "/api/things/{name}",
                                    "Says a name.",
                                    call -> Answer.of(
                                            Answer.map("name", Form.of(call.path("name")), "most", most(call))))
                            .in("name", "Any text.")
                            .with(Given.optional("most", Kind.WHOLE, "How many at most.")),
                    Route.post(
                            "/api/things",
                            "Makes a thing.",
                            Takes.json(
                                    Given.required("name", Kind.TEXT, "Its name."),
                                    Given.optional("size", Kind.WHOLE, "Its size.")),
                            call -> Answer.created(Form.of(call.body().text("name")))),
                    Route.put(
                            "/api/files",
                            "Takes a file.",
                            Takes.file("Any bytes.", 1000),
                            call -> Answer.of(Form.of(call.file().readAllBytes().length))),
                    Route.delete("/api/things", "Forgets all.", call -> Answer.done()),
                    Route.get(
                                    "/api/wicked",
                                    "Hands a file over.",
                                    call -> new Answer.Download(
                                            "../\"<script>\r\nX: y.html",
                                            "text/html",
                                            out -> out.write(
                                                    "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))))
                            .answers("A file.", "text/html"),
                    Route.get("/api/broken", "Fails.", call -> {
                        throw new IllegalStateException("secret of the program");
                    }));
        }

        private static Form most(Call call) {
            return Form.of(call.findWhole("most").orElse(-1L));
        }

        @Override
        public Optional<Live> live(String topic) {
            return topic.startsWith("count")
                    ? Optional.of(() -> {
                        asked.incrementAndGet();
                        return Form.of(count.get());
                    })
                    : Optional.empty();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        var request = to(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> send(String verb, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = to(path).method(verb, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static Fields fields(HttpResponse<String> response) {
        return Fields.of(Json.parseMap(response.body(), "answer"));
    }

    /** What comes back for a request as it is written, until the server closes the connection or is silent for long. */
    String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

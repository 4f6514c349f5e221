package dev.sweetspot.cli.asktell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Form.MapForm;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.server.asktell.Chosen;
import dev.sweetspot.server.asktell.Learning;
import dev.sweetspot.server.asktell.OpenTrialResource;
import dev.sweetspot.server.asktell.Opened;
import dev.sweetspot.server.asktell.SearchResource;
import dev.sweetspot.server.asktell.Searches;
import dev.sweetspot.server.asktell.SearchesResource;
import dev.sweetspot.store.InMemoryStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same said on standard input and over HTTP is answered in the same words. */
@Timeout(60)
class TwoDoorsTest {
    private static final Pattern CONVERSATION = Pattern.compile("```ask-tell\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("^(request|body), line [0-9]+, column [0-9]+: ");

    /** What has no place on standard input, where there is one client, and he hears every answer. */
    private static final Set<String> ONLY_HTTP = Set.of("key", "lease");

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void serve() {
        var means = new Opened.Means(Clock.systemUTC(), Duration.ofMinutes(1), List.of(), Learning.NOTHING);
        var searches = new Searches(new InMemoryStore(), "test", new Chosen("random", "none"), means);
        server = WebServer.start(
                ServerSettings.local(0),
                List.of(new SearchesResource(searches), new SearchResource(searches), new OpenTrialResource(searches)),
                Assets.NONE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theConversationsOfTheGuideAreTheSameThroughBoth() throws Exception {
        var guide = Files.readString(Path.of("..", "docs", "guide", "ask-tell.md"));
        int compared = 0;
        for (var found : CONVERSATION.matcher(guide).results().toList()) {
            if (found.group(1).contains("\"protocol\":2")) {
                compared += compare(
                        "guide-" + compared,
                        found.group(1)
                                .lines()
                                .filter(line -> line.startsWith("> "))
                                .map(line -> line.substring(2))
                                .toList());
            }
        }
        assertThat(compared).isGreaterThan(40);
    }

    @Test
    void whatIsWrongOrSaidTwiceIsTheSameThroughBoth() throws Exception {
        compare(
                "wrong",
                List.of(
                        "{\"op\":\"start\",\"protocol\":2,\"epochs\":2,\"space\":{},\"objective\":{\"name\":\"loss\"}}",
                        "{\"op\":\"ask\"}",
                        "{\"op\":\"suggest\",\"id\":0,\"name\":\"x\",\"parameter\":{\"type\":\"real\",\"low\":0,\"high\":1}}",
                        "{\"op\":\"suggest\",\"id\":0,\"name\":\"x\",\"parameter\":{\"type\":\"rael\",\"low\":0,\"high\":1}}",
                        "{\"op\":\"report\",\"id\":0,\"at\":1,\"values\":{\"loss\":1}}",
                        "{\"op\":\"report\",\"id\":0,\"at\":1,\"values\":{\"loss\":1}}",
                        "{\"op\":\"report\",\"id\":0,\"at\":3,\"values\":{\"loss\":1}}",
                        "{\"op\":\"report\",\"id\":0,\"at\":2,\"vlaues\":{\"loss\":1}}",
                        "{\"op\":\"report\",\"id\":1,\"at\":2,\"values\":{\"loss\":1}}",
                        "{\"op\":\"tell\",\"id\":0,\"state\":\"faild\"}",
                        "{\"op\":\"tell\",\"id\":0,\"state\":\"failed\",\"cause\":\"eror\"}",
                        "{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":\"NaN\"},\"seconds\":1}",
                        "{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":\"NaN\"},\"seconds\":1}",
                        "{\"op\":\"tell\",\"id\":0,\"values\":{\"loss\":1},\"seconds\":1}",
                        "{\"op\":\"report\",\"id\":0,\"at\":2,\"values\":{\"loss\":1}}",
                        "{\"op\":\"best\"}",
                        "{\"op\":\"trials\"}"));
    }

    private int compare(String name, List<String> requests) throws Exception {
        var keeping = new Keeping(Clock.systemUTC(), "test", Optional.empty(), InMemoryStore::new);
        int compared = 0;
        try (var dialogue = new Dialogue(new Chosen("random", "none"), keeping)) {
            for (var request : requests) {
                var message = Json.parseMap(request, "request");
                if (Fields.of(message).text("op").equals("start")) {
                    message = with(message, "name", Form.of(name));
                }
                if (!Fields.of(message).text("op").equals("end")) {
                    var here = Json.parseMap(dialogue.answer(Json.write(message)), "answer");
                    assertThat(plain(overHttp(name, message))).as(request).isEqualTo(plain(here));
                    compared++;
                }
            }
        }
        return compared;
    }

    private static MapForm with(MapForm map, String name, Form value) {
        var entries = new LinkedHashMap<>(map.entries());
        entries.put(name, value);
        return Form.of(entries);
    }

    private MapForm overHttp(String study, MapForm message) throws IOException, InterruptedException {
        var entries = new LinkedHashMap<>(message.entries());
        var op = Fields.of(message).text("op");
        List.of("op", "protocol").forEach(entries::remove);
        var path = "/studies/" + study;
        switch (op) {
            case "start" -> path = "/studies";
            case "best" -> {
                return heard(at(path + "/best"));
            }
            case "trials" -> {
                var from = Fields.of(message).findWhole("from");
                return heard(at(
                        path + "/trials" + from.map(first -> "?from=" + first).orElse("")));
            }
            case "add" -> path += "/trials";
            case "ask", "enqueue", "change" -> path += "/" + op;
            default -> {
                path += "/trials/" + Fields.of(message).integer("id") + "/" + op;
                entries.remove("id");
            }
        }
        return heard(at(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Form.of(entries)))));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api" + path))
                .timeout(Duration.ofSeconds(30));
    }

    private MapForm heard(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return Json.parseMap(response.body(), "answer");
    }

    /** Without places, which count the characters of a message, and with an error in one piece. */
    private static String plain(MapForm answer) {
        var fields = Fields.of(answer);
        var error = fields.findText("error");
        if (error.isPresent()) {
            var hint = fields.findText("hint").filter(text -> !text.isEmpty());
            return PLACE.matcher(error.get()).replaceFirst("")
                    + hint.map(text -> " " + text).orElse("");
        }
        var entries = new LinkedHashMap<>(answer.entries());
        ONLY_HTTP.forEach(entries::remove);
        return new ArrayList<>(entries.keySet()) + Json.write(Form.of(entries));
    }
}

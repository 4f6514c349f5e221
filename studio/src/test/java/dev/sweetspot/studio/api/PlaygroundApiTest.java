package dev.sweetspot.studio.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Form;
import dev.sweetspot.form.Json;
import dev.sweetspot.server.Assets;
import dev.sweetspot.server.ServerSettings;
import dev.sweetspot.server.WebServer;
import dev.sweetspot.studio.playground.Plays;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The playground over HTTP. */
class PlaygroundApiTest {
    private static final String CHOICE = "{\"points\": {\"points\": \"20\"}, \"networks\": [{\"units\": \"8\"}]}";

    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    @BeforeEach
    void serve() {
        server = WebServer.start(
                ServerSettings.local(0), List.of(new PlaygroundResource(new Plays(() -> {}))), Assets.NONE);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> send(String verb, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("Content-Type", "application/json")
                .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static Fields fields(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return Fields.of(Json.parse(answer.body(), "answer"));
    }

    @Test
    void whatCanBeSetIsThatOfTheCommandLineAndEachLessonIsOneOfItsParameters() throws Exception {
        var matter = fields(send("GET", "/api/playground", ""));
        var names = matter.map("classification").list("topics").items().stream()
                .flatMap(topic -> Fields.of(topic).list("fields").items().stream())
                .map(field -> Fields.of(field).text("name"))
                .toList();

        assertThat(names)
                .contains(
                        "learning_rate",
                        "batch_size",
                        "epochs",
                        "layers",
                        "units",
                        "activation",
                        "normalization",
                        "dropout",
                        "initializer",
                        "optimizer",
                        "momentum",
                        "weight_decay",
                        "l1",
                        "l2",
                        "schedule",
                        "loss",
                        "seed")
                .doesNotContain("family", "members", "input_size", "folds");
        assertThat(matter.list("lessons").items())
                .isNotEmpty()
                .allMatch(lesson -> names.contains(Fields.of(lesson).text("parameter")));
    }

    @Test
    void itIsOpenedAskedToldOfAnotherChoiceAndEnded() throws Exception {
        var opened = fields(send("POST", "/api/playgrounds", CHOICE));
        var one = "/api/playgrounds/" + opened.text("playground");

        assertThat(opened.map("points").list("x").items()).hasSize(20);
        assertThat(fields(send("GET", one, "")).text("state")).isIn("loading", "paused");
        assertThat(fields(send("PUT", one, CHOICE.replace("20", "30")))
                        .map("points")
                        .list("x")
                        .items())
                .hasSize(30);
        assertThat(send("POST", one + "/run", "{\"pace\": \"fast\"}").statusCode())
                .isEqualTo(204);
        assertThat(send("POST", one + "/advance", "{\"by\": \"step\"}").statusCode())
                .isEqualTo(204);
        assertThat(send("POST", one + "/pause", "").statusCode()).isEqualTo(204);
        assertThat(send("DELETE", one, "").statusCode()).isEqualTo(204);
        assertThat(send("GET", one, "").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/live?topics=playground/" + opened.text("playground"), "")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"points\": {}, \"networks\": []} | networks = 0: must be 1 or 2",
                "{\"points\": {}, \"networks\": [{}, {}, {}]} | networks = 3: must be 1 or 2",
                "{\"points\": {\"points\": \"1000000\"}, \"networks\": [{}]} | points = 1000000: must be from 20 to 500",
                "{\"points\": {\"noise\": \"NaN\"}, \"networks\": [{}]} | noise = NaN",
                "{\"points\": {}, \"networks\": [{\"layers\": \"7\"}]} | layers = 7: must be from 0 to 6",
                "{\"points\": {}, \"networks\": [{\"epochs\": \"1e9\"}]} | epochs = 1e9",
                "{\"points\": {}, \"networks\": [\"all\"]} | networks",
                "{\"points\": {}, \"networks\": [{\"<b>\": \"1\"}]} | parameter = <b>: is not known",
                "{\"points\": {}} | networks"
            })
    void whatCannotBeIsRefusedInWords(String body, String words) throws Exception {
        var answer = send("POST", "/api/playgrounds", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(((Form.TextForm)
                                Fields.of(Json.parse(answer.body(), "answer")).require("error"))
                        .value())
                .contains(words);
    }
}

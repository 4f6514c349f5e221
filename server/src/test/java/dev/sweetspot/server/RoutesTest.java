package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What routes say is what is checked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
    private Served served;

    @BeforeAll
    void serve() {
        served = Served.local();
    }

    @AfterAll
    void close() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "a%2Fb, a/b",
        "..%2F..%2Fetc, ../../etc",
        "%2e%2e, ..",
        "%C3%A4%20%F0%9F%8D%AF, ä 🍯",
        "a+b, a+b",
        "a%25b, a%b"
    })
    void aValueOfAPathMayHoldAnything(String sent, String meant) throws Exception {
        assertThat(Served.fields(served.get("/api/things/" + sent)).text("name"))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/things/%FF, 400, no UTF-8",
        "/api/things/a%00b, 400, no HTTP request",
        "/api/things/, 404, is not there",
        "/api/things/x/y, 404, is not there",
        "/api/things/../secrets/y, 404, is not there",
        "/api/nothing, 404, is not there",
        "/api/things/x?moost=3, 400, is not known here",
        "/api/things/x?most=three, 400, must be a whole number",
        "/api/things/x?most=1&most=2, 400, stands twice",
        "/api/things/x?most=99999999999999999999, 400, must be a whole number"
    })
    void whatNoRouteKnowsIsRefusedInWords(String path, int status, String words) throws Exception {
        var answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.server.port()
                + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains(words).contains("\"hint\"");
    }

    @Test
    void aMisspeltNameGetsAHint() throws Exception {
        assertThat(Served.fields(served.get("/api/things/x?mots=3")).text("hint"))
                .isEqualTo("Maybe most?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\": 3} | must be a text",
                "{\"name\": \"x\", \"size\": \"3\"} | must be a whole number",
                "{\"name\": \"x\", \"size\": 3.5} | must be a whole number",
                "{\"name\": \"x\", \"sise\": 3} | Maybe size?",
                "[] | must be a map",
                "{\"name\": \"x\" | body, line 1"
            })
    void aBodyIsWhatItsRouteSays(String body, String words) throws Exception {
        var answer = served.send("POST", "/api/things", body, "Content-Type", Route.JSON);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }

    @Test
    void anotherVerbIsRefusedWithThoseThatThereAre() throws Exception {
        var answer = served.send("PUT", "/api/things", "");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("must be DELETE or POST here");
    }

    @Test
    void placesOfThePageAreThePage() throws Exception {
        assertThat(served.get("/studies/a%2Fb", "Accept", "text/html").body()).isEqualTo(Served.PAGE);
        assertThat(served.get("/assets/nothing.js").statusCode()).isEqualTo(404);
        assertThat(served.send("POST", "/", "x").statusCode()).isEqualTo(405);
    }

    @Test
    void twoRoutesCannotAnswerTheSame() {
        var one = Route.get("/api/x/{a}", "One.", call -> Answer.done()).in("a", "A.");
        var other = Route.get("/api/x/{b}", "Other.", call -> Answer.done()).in("b", "B.");
        assertThatThrownBy(() -> new Router(List.of(one, other))).hasMessageContaining("is answered by two routes");
        assertThatThrownBy(() -> new Router(List.of(Route.get("/api/{a}", "One.", call -> Answer.done()))))
                .hasMessageContaining("described are []");
    }

    @Test
    void aPortThatIsTakenIsSaid() {
        assertThatThrownBy(() -> WebServer.start(ServerSettings.local(served.server.port()), List.of(), Assets.NONE))
                .hasMessageContaining("--port = " + served.server.port() + ": cannot be listened on")
                .hasMessageContaining("Maybe another one is running there");
    }

    @Test
    void aServerThatEndsClosesItsResourcesAndItsPort() throws Exception {
        var other = Served.local();
        int port = other.server.port();
        other.close();
        assertThat(other.matters.closed).isTrue();
        try (var again = Served.with(ServerSettings.local(port))) {
            assertThat(again.get("/api/things/x").statusCode()).isEqualTo(200);
        }
    }
}

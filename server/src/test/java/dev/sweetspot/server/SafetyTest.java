package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another site, a foreign name, or a hostile program gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SafetyTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private Served served;

    @BeforeAll
    void serve() {
        served = Served.local();
    }

    @AfterAll
    void close() {
        served.close();
    }

    private String own(String name) {
        return name + ":" + served.server.port();
    }

    private String rawGet(String path, String host) throws IOException {
        return served.raw("GET " + path + " HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    }

    // ---- DNS rebinding ----

    @Test
    void theNamesOfThisMachineAreLetIn() throws IOException {
        for (var name : List.of("127.0.0.1", "localhost", "LOCALHOST", "[::1]")) {
            assertThat(rawGet("/api/things/x", "Host: " + own(name) + "\r\n")).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:%d",
                "127.0.0.1",
                "127.0.0.1:1",
                "127.0.0.1.evil.example:%d",
                "localhost.:%d",
                "user@127.0.0.1:%d",
                "0.0.0.0:%d",
                "2130706433:%d"
            })
    void aForeignNameIsRefusedForDataAndForThePage(String host) throws IOException {
        var header = "Host: " + host.replace("%d", String.valueOf(served.server.port())) + "\r\n";
        for (var path : List.of("/api/things/x", "/", "/api/live?topics=count")) {
            assertThat(rawGet(path, header)).containsPattern("^HTTP/1.1 40[03]").doesNotContain(Served.PAGE);
        }
    }

    @Test
    void aRequestWithoutAHostOrWithTwoIsRefused() throws IOException {
        assertThat(rawGet("/api/things/x", "")).startsWith("HTTP/1.1 400");
        assertThat(rawGet("/api/things/x", "Host: " + own("127.0.0.1") + "\r\nHost: evil.example\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(served.raw("GET /api/things/x HTTP/1.0\r\n\r\n")).containsPattern("^HTTP/1.[01] 403");
    }

    @Test
    void aWholeAddressInTheRequestDoesNotGoPastTheHost() throws IOException {
        assertThat(rawGet("http://evil.example/api/things/x", "Host: " + own("127.0.0.1") + "\r\n"))
                .containsPattern("^HTTP/1.1 40[03]");
    }

    // ---- other sites ----

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "null", "http://127.0.0.1:1", "http://localhost", "https://127.0.0.1:%d"
            })
    void nothingIsChangedForAnotherOrigin(String origin) throws Exception {
        var other = origin.replace("%d", String.valueOf(served.server.port()));
        for (var verb : List.of("POST", "DELETE")) {
            var answer =
                    served.send(verb, "/api/things", "{\"name\":\"x\"}", "Origin", other, "Content-Type", Route.JSON);
            assertThat(answer.statusCode()).isEqualTo(403);
        }
        assertThat(served.get("/api/things/x", "Origin", other).statusCode()).isEqualTo(403);
    }

    @Test
    void theOwnOriginMayChangeThings() throws Exception {
        var answer = served.send(
                "POST",
                "/api/things",
                "{\"name\":\"x\"}",
                "Origin",
                "http://" + own("127.0.0.1"),
                "Sec-Fetch-Site",
                "same-origin",
                "Content-Type",
                Route.JSON);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(served.get("/api/things/x").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void whatABrowserSaysComesFromElsewhereGetsNoData(String site) throws Exception {
        assertThat(served.get("/api/things/x", "Sec-Fetch-Site", site).statusCode())
                .isEqualTo(403);
        assertThat(served.get("/", "Sec-Fetch-Site", site).statusCode())
                .as("a link to the page may be followed")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void whatFormsOfOtherSitesCanSendIsNotTaken(String media) throws Exception {
        assertThat(served.send("POST", "/api/things", "{\"name\":\"x\"}", "Content-Type", media)
                        .statusCode())
                .isEqualTo(415);
        assertThat(served.send("PUT", "/api/files", "x", "Content-Type", media).statusCode())
                .isEqualTo(415);
        assertThat(served.send("DELETE", "/api/things", "x", "Content-Type", media)
                        .statusCode())
                .isEqualTo(415);
    }

    // ---- what answers may do ----

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/things/x", "/api/nothing", "/api/broken", "/nothing", "/api/wicked"})
    void everyAnswerSaysThatItMayNotDoHarm(String path) throws Exception {
        var headers = served.get(path).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void aDownloadIsStoredUnderAHarmlessNameAndNeverOpened() throws Exception {
        var answer = served.get("/api/wicked");
        var disposition = answer.headers().firstValue("Content-Disposition").orElse("");
        assertThat(disposition).startsWith("attachment; filename=\"").doesNotContain("..", "/", "<", "\r");
        assertThat(answer.headers().firstValue("X")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
    }

    @Test
    void aFailureOfTheProgramTellsNothingOfIt() throws Exception {
        var answer = served.get("/api/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "\tat ");
        assertThat(Served.fields(answer).text("error")).isEqualTo("something went wrong in the program.");
        assertThat(Served.fields(answer).text("hint")).startsWith("Maybe its log says more: failure ");
    }

    // ---- how much ----

    @Test
    void moreThanARouteTakesIsRefusedHoweverItArrives() throws Exception {
        assertThat(served.send("PUT", "/api/files", "x".repeat(1000)).body()).isEqualTo("1000");
        assertThat(served.send("PUT", "/api/files", "x".repeat(1001)).statusCode())
                .isEqualTo(413);
        var chunks = "7D0\r\n" + "x".repeat(2000) + "\r\n0\r\n\r\n";
        var answer = served.raw("PUT /api/files HTTP/1.1\r\nHost: " + own("127.0.0.1")
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks);
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void aJsonTextIsBoundedInSizeAndDepth() throws Exception {
        var large = "{\"name\":\"" + "x".repeat(1 << 20) + "\"}";
        assertThat(served.send("POST", "/api/things", large, "Content-Type", Route.JSON)
                        .statusCode())
                .isEqualTo(413);
        var deep = "{\"name\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        var answer = served.send("POST", "/api/things", deep, "Content-Type", Route.JSON);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Served.fields(answer).text("error")).contains("levels");
    }

    @Test
    void headersAreBounded() throws IOException {
        assertThat(rawGet("/api/things/x", "Host: " + own("127.0.0.1") + "\r\nX: " + "y".repeat(40_000) + "\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(rawGet("/api/things/" + "y".repeat(40_000), "Host: " + own("127.0.0.1") + "\r\n"))
                .startsWith("HTTP/1.1 414");
    }

    @Test
    @Tag("once")
    void aRequestThatNeverEndsHoldsNobodyUp() throws Exception {
        try (var first = new Socket(InetAddress.getLoopbackAddress(), served.server.port())) {
            first.getOutputStream().write("GET /api/things/x HTTP/1.1\r\nHost:".getBytes(StandardCharsets.UTF_8));
            first.getOutputStream().flush();
            assertThat(served.get("/api/things/x").statusCode()).isEqualTo(200);
            first.setSoTimeout(60_000);
            var end = new String(first.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(end).as("after half a minute").doesNotContain("200 OK");
        }
    }

    // ---- tokens ----

    @ParameterizedTest
    @CsvSource({"0.0.0.0, false, false", "0.0.0.0, true, false", "0.0.0.0, false, true"})
    void otherMachinesGetInWithATokenAndTlsOnly(String host, boolean token, boolean tls) {
        var key = new ServerSettings.KeyStore(java.nio.file.Path.of("x.p12"), "x");
        assertThatThrownBy(() -> new ServerSettings(
                        host,
                        0,
                        token ? Optional.of(TOKEN) : Optional.empty(),
                        tls ? Optional.of(key) : Optional.empty(),
                        List.of()))
                .hasMessageContaining("--host = 0.0.0.0: is reached from other machines, and then needs --t");
    }

    @Test
    void aTokenThatCanBeGuessedIsRefused() {
        assertThatThrownBy(() -> new ServerSettings("127.0.0.1", 0, Optional.of("secret"), Optional.empty(), List.of()))
                .hasMessageContaining("at least 16 characters")
                .hasMessageNotContaining("secret");
    }

    @Test
    void withoutTheTokenNobodyGetsAnything() throws Exception {
        var settings = new ServerSettings("127.0.0.1", 0, Optional.of(TOKEN), Optional.empty(), List.of());
        try (var guarded = Served.with(settings)) {
            for (var path : List.of("/", "/api/things/x", "/api/openapi.json", "/?token=wrong", "/?token=")) {
                assertThat(guarded.get(path).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(guarded.get("/api/things/x", "Authorization", "Bearer " + TOKEN)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(guarded.get("/api/things/x", "Authorization", "Bearer " + TOKEN + "0")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(settings.toString()).doesNotContain(TOKEN);

            var first = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build()
                    .send(
                            java.net.http.HttpRequest.newBuilder(guarded.server.address())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(first.headers().firstValue("Location")).contains("/");
            var cookie = first.headers().firstValue("Set-Cookie").orElse("");
            assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict");
            var named = cookie.substring(0, cookie.indexOf(';'));
            assertThat(guarded.get("/api/things/x", "Cookie", named).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void theTokenLeadsToNoOtherSite() throws Exception {
        var settings = new ServerSettings("127.0.0.1", 0, Optional.of(TOKEN), Optional.empty(), List.of());
        try (var guarded = Served.with(settings)) {
            var answer = guarded.raw("GET //evil.example/?token=" + TOKEN + " HTTP/1.1\r\nHost: 127.0.0.1:"
                    + guarded.server.port() + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).doesNotContain("Location: //");
        }
    }
}

package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class StudioCommandTest {
    @TempDir
    Path home;

    private Spawned studio(Path log, Object... more) throws Exception {
        var all = new ArrayList<Object>(
                List.of("studio", "--no-browser", "--port", 0, "--store", home.resolve("studies.db")));
        all.addAll(List.of(more));
        return Spawned.with(List.of("-Duser.home=" + home), log, all.toArray());
    }

    /** The last line, once it is an address. */
    private static String address(Spawned studio) throws InterruptedException {
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; Thread.sleep(50)) {
            var lines = studio.said().lines().toList();
            if (!lines.isEmpty() && lines.get(lines.size() - 1).startsWith("http")) {
                return lines.get(lines.size() - 1);
            }
            assertThat(studio.process().isAlive()).as(studio.said()).isTrue();
        }
        throw new AssertionError(studio.said());
    }

    private static HttpResponse<String> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itPrintsItsAddressLastServesThePageAndEndsInOrderBySignal() throws Exception {
        for (var signal : List.of("INT", "TERM")) {
            try (var studio = studio(home.resolve(signal + ".log"))) {
                var address = address(studio);
                assertThat(get(address).body()).contains("<div id=\"page\">");
                assertThat(get(address + "api/stores").body())
                        .contains("studies.db")
                        .contains("\"there\":false");
                assertThat(get(address + "api/stores/studies/studies").body()).isEqualTo("{\"studies\":[]}");
                studio.signal(signal);
                assertThat(studio.exitCode(20)).isZero();
                assertThat(studio.said()).doesNotContain("SLF4J", "Exception");
            }
        }
        assertThat(Files.exists(home.resolve("studies.db")))
                .as("looking makes nothing")
                .isFalse();
    }

    @Test
    void theTokenIsPartOfTheAddressAndOpensThePage() throws Exception {
        var token = "0123456789abcdef";
        try (var studio = studio(home.resolve("log"), "--token", token)) {
            var address = address(studio);
            assertThat(address).endsWith("/?token=" + token);
            assertThat(get(address.replaceFirst("\\?.*", "")).statusCode()).isEqualTo(401);
            assertThat(get(address).statusCode()).isEqualTo(303);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host 0.0.0.0 | --host = 0.0.0.0: is reached from other machines, and then needs --token and --tls-key-store",
                "--token short | must have at least 16 characters",
                "--port 70000 | must be from 0 to 65535",
                "--tls-key-store no-such-file.p12 | --tls-key-store = no-such-file.p12: is not there",
                "--also-store mysql://x | is of no kind of store that is installed"
            })
    void whatCannotBeServedIsRefused(String flags, String message) {
        var words = ("studio --no-browser " + flags).split(" ");
        var ran = Ran.in(Map.of(), home, words);
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("Exception");
    }

    @Test
    void settingsAreShownWithoutSecrets() {
        var ran = Ran.in(
                Map.of("SWEETSPOT_TLS_PASSWORD", "hush"),
                home,
                "studio",
                "--token",
                "0123456789abcdef",
                "--show-settings");
        assertThat(ran.out()).containsPattern("token +\\(not shown\\) +flag").doesNotContain("hush", "0123456789");
    }
}

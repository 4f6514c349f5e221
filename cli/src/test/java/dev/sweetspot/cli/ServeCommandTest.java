package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class ServeCommandTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path home;

    private static HttpResponse<String> say(URI address, String json, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void itAsksForItsTokenOpensNoFileForAClientAndEndsInOrderBySignal() throws Exception {
        try (var server = ServeProcess.start(home, "--token", TOKEN)) {
            assertThat(server.address().toString()).endsWith("/?token=" + TOKEN);
            var studies = server.address().resolve("/api/studies");
            assertThat(say(studies, "{}").statusCode()).isEqualTo(401);
            var start = "{\"name\":\"s\",\"space\":{\"x\":{\"type\":\"real\",\"low\":0,\"high\":1}},"
                    + "\"objective\":{\"name\":\"loss\"}%s}";
            var token = new String[] {"Authorization", "Bearer " + TOKEN};
            var learning = say(studies, start.formatted(",\"learn_from\":[\"/etc/passwd\"]"), token);
            assertThat(learning.statusCode()).isEqualTo(400);
            assertThat(learning.body()).contains("learn_from = /etc/passwd: must be a study of the same store here.");
            assertThat(say(studies, start.formatted(""), token).body()).contains("\"sampler\":\"auto\"");
            server.process().signal("INT");
            assertThat(server.process().exitCode(20)).isZero();
            assertThat(server.process().said()).doesNotContain("SLF4J", "Exception");
        }
        var shown = Ran.of("show", "s", "--store", home.resolve("studies.db"), "--json");
        assertThat(shown.out()).as("what it kept is a study like any other").contains("\"s\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host 0.0.0.0 | --host = 0.0.0.0: is reached from other machines, and then needs --token and --tls-key-store",
                "--token short | must have at least 16 characters",
                "--port 70000 | must be from 0 to 65535",
                "--lease 0 | --lease = 0: must be at least 1 second",
                "--sampler tpx | tpx",
                "--store mysql://x | is of no kind of store that is installed"
            })
    void whatCannotBeServedIsRefused(String flags, String message) {
        var ran = Ran.in(Map.of(), home, ("serve " + flags).split(" "));
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("Exception");
    }
}

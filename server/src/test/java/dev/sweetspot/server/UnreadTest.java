package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that are refused before what they bring along has arrived, on connections that are used again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UnreadTest {
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String BYTES = "Content-Type: application/octet-stream\r\n";

    private Served served;

    @BeforeAll
    void serve() {
        served = Served.local();
    }

    @AfterAll
    void close() {
        served.close();
    }

    /** One answer of several on a connection. */
    private record Heard(int status, List<String> headers, String body) {
        boolean closes() {
            return headers.contains("connection: close");
        }
    }

    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(30_000);
            in = new BufferedInputStream(socket.getInputStream());
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }

        /** Empty when the connection ends instead. */
        Optional<Heard> hear() throws IOException {
            var first = line();
            if (first.isEmpty()) {
                return Optional.empty();
            }
            var headers = new ArrayList<String>();
            int length = 0;
            for (var line = line(); !line.isEmpty(); line = line()) {
                var header = line.toLowerCase(Locale.ROOT);
                headers.add(header);
                if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            var body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            return Optional.of(new Heard(Integer.parseInt(first.substring(9, 12)), headers, body));
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
                if (octet != '\r') {
                    line.append((char) octet);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Connection connection() throws IOException {
        return new Connection(served.server.port());
    }

    private String head(String request, String headers) {
        return request + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.server.port() + "\r\n" + headers + "\r\n";
    }

    /** The head, the body a moment later, and another request as soon as the first one is answered. */
    private Heard answeredInTwoParts(String head, String body) throws Exception {
        try (var connection = connection()) {
            connection.say(head);
            Thread.sleep(100);
            connection.say(body);
            var heard = connection.hear().orElseThrow();
            if (!heard.closes()) {
                connection.say(head("GET /api/things/next", ""));
                var next = connection.hear();
                assertThat(next).as("the next answer on the connection").isPresent();
                assertThat(next.get().body()).contains("next");
            }
            return heard;
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown path            | POST /api/nothing    |                                | 404",
                "another verb               | POST /api/files      |                                | 405",
                "a page                     | POST /               |                                | 405",
                "another site               | POST /api/things     | Origin: http://evil.example    | 403",
                "another medium             | POST /api/things     | Content-Type: text/plain       | 415",
                "more than is taken         | PUT /api/files       | Content-Type: a/b              | 413",
                "a query nobody knows       | POST /api/things?x=1 | Content-Type: application/json | 400",
                "a handler that reads none  | DELETE /api/things   | Content-Type: a/b              | 204",
                "a handler that fails       | GET /api/broken      |                                | 500"
            })
    void aBodyThatComesLaterIsNoHarmToTheNextRequest(String what, String request, String header, int status)
            throws Exception {
        var more = header == null ? "" : header + "\r\n";
        for (int length : new int[] {1001, 60_000}) {
            var head = head(request, more + "Content-Length: " + length + "\r\n");
            assertThat(answeredInTwoParts(head, "x".repeat(length)).status())
                    .as(what)
                    .isEqualTo(status);
        }
        var chunked = answeredInTwoParts(
                head(request, more + "Transfer-Encoding: chunked\r\n"), "7D0\r\n" + "x".repeat(2000) + "\r\n0\r\n\r\n");
        assertThat(chunked.status()).isEqualTo(status);
    }

    @Test
    void whoSendsMuchHearsTheAnswerAndThatTheConnectionEnds() throws Exception {
        int length = 6 << 20;
        for (var request : List.of("POST /api/nothing", "POST /api/things", "PUT /api/files")) {
            var media = request.startsWith("PUT") ? BYTES : JSON;
            var heard =
                    answeredInTwoParts(head(request, media + "Content-Length: " + length + "\r\n"), "x".repeat(length));
            assertThat(heard.status()).isIn(404, 413);
            assertThat(heard.closes()).as(request).isTrue();
        }
    }

    @Test
    void whoAnnouncesABodyAndSendsNoneIsAnsweredAllTheSame() throws Exception {
        try (var connection = connection()) {
            connection.say(head("POST /api/nothing", JSON + "Content-Length: 100\r\n"));
            var heard = connection.hear().orElseThrow();
            assertThat(heard.status()).isEqualTo(404);
            assertThat(heard.closes()).isTrue();
            assertThat(connection.hear()).as("after the end").isEmpty();
        }
    }

    @Test
    void whoWaitsForAWordBeforeSendingIsNotAskedToSend() throws Exception {
        try (var connection = connection()) {
            connection.say(head("POST /api/nothing", JSON + "Content-Length: 100\r\nExpect: 100-continue\r\n"));
            var heard = connection.hear().orElseThrow();
            assertThat(heard.status()).isEqualTo(404);
            assertThat(heard.closes()).isTrue();
        }
    }
}

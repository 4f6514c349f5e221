package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that open a stream of events and read nothing of it. */
@Timeout(60)
class SilentReaderTest {
    private static final int PAGES = 8;
    private static final int STATE = 2 << 20;

    /** A state of two megabytes, another one each time that it is asked for. */
    private static final class Large implements Resource {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public List<Route> routes() {
            return List.of(Route.get("/api/small", "Says something.", call -> Answer.of(Form.of("here"))));
        }

        @Override
        public Optional<Live> live(String topic) {
            return Optional.of(() -> Form.of(asked.incrementAndGet() + "x".repeat(STATE)));
        }
    }

    private static Socket silent(WebServer server) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream()
                .write(("GET /api/live?topics=large HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static boolean waitsInAWrite(StackTraceElement[] stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().equals(Follower.class.getName()));
    }

    private static void awaitChanges(Large large, int more) throws InterruptedException {
        for (int until = large.asked.get() + more; large.asked.get() < until; ) {
            Thread.sleep(20);
        }
    }

    @Test
    void theyCostBoundedMemoryAndNoThreadAndAreLetGo() throws Exception {
        var large = new Large();
        var settings = ServerSettings.local(0);
        try (var server = WebServer.start(settings, List.of(large), Assets.NONE, Duration.ofSeconds(4))) {
            var pages = new ArrayList<Socket>();
            try {
                for (int i = 0; i < PAGES; i++) {
                    pages.add(silent(server));
                }
                awaitChanges(large, 3);
                long early = used();
                awaitChanges(large, 8);
                // One state for each page at most; all eight changes for each would be 128 MiB.
                assertThat(used() - early).isLessThan(2L * PAGES * STATE);
                assertThat(Thread.getAllStackTraces().values()).noneMatch(SilentReaderTest::waitsInAWrite);
                assertThat(said(server)).contains("here");

                // A topic is asked about only while somebody follows it.
                for (int before = -1; before != large.asked.get(); ) {
                    before = large.asked.get();
                    Thread.sleep(1000);
                }
            } finally {
                for (var page : pages) {
                    page.close();
                }
            }
        }
    }

    private static String said(WebServer server) throws IOException, InterruptedException {
        var small = HttpRequest.newBuilder(URI.create(server.address() + "api/small"))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HttpClient.newHttpClient().send(small, BodyHandlers.ofString()).body();
    }
}

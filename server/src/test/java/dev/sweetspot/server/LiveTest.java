package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sweetspot.form.Fields;
import dev.sweetspot.form.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pages that follow something. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveTest {
    /** A page that reads all at once. */
    private static final Response READER = (Response) Proxy.newProxyInstance(
            LiveTest.class.getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("write")) {
                    ((Callback) arguments[2]).succeeded();
                }
                return null;
            });

    private Served served;

    @BeforeEach
    void serve() {
        served = Served.local();
    }

    @AfterEach
    void close() {
        served.close();
    }

    /** A stream of events, read line by line. */
    private record Stream(Socket socket, BufferedReader reader) implements AutoCloseable {
        /** The next event: its id and its data. */
        List<String> next() throws Exception {
            var lines = new ArrayList<String>();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("id: ") || line.startsWith("data: ")) {
                    lines.add(line.substring(line.indexOf(' ') + 1));
                }
                if (lines.size() == 2) {
                    return lines;
                }
            }
            throw new IllegalStateException("the stream has ended");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private Stream follow(String topics, String lastEvent) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), served.server.port());
        socket.setSoTimeout(20_000);
        var request = "GET /api/live?topics=" + topics + " HTTP/1.1\r\nHost: 127.0.0.1:" + served.server.port()
                + "\r\nAccept: text/event-stream\r\nLast-Event-ID: " + lastEvent + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return new Stream(
                socket, new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    }

    private static long state(List<String> event) {
        return Fields.of(Json.parseMap(event.get(1), "event")).whole("state");
    }

    @Test
    void aPageGetsTheFirstStateAtOnceAndThenWhatChanges() throws Exception {
        try (var stream = follow("count", "")) {
            assertThat(state(stream.next())).isZero();
            served.matters.count.set(7);
            assertThat(state(stream.next())).isEqualTo(7);
        }
    }

    @Test
    void ofManyChangesThePageGetsAFewAndTheLastOne() throws Exception {
        try (var stream = follow("count", "")) {
            stream.next();
            long begin = System.nanoTime();
            var changer = new Thread(() -> {
                while (System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2)) {
                    served.matters.count.incrementAndGet();
                }
                served.matters.count.set(-1);
            });
            changer.start();
            int events = 0;
            for (long last = 0; last != -1; events++) {
                last = state(stream.next());
            }
            assertThat(events).isBetween(2, 14);
        }
    }

    @Test
    void whoComesBackGetsOnlyWhatIsNew() throws Exception {
        String mark;
        try (var stream = follow("count,count%2F2", "")) {
            stream.next();
            mark = stream.next().get(0);
        }
        try (var again = follow("count,count%2F2", mark)) {
            served.matters.count.set(3);
            assertThat(state(again.next())).isEqualTo(3);
        }
    }

    /** Each asks what there is to follow before any of them follows it. Fewer pages in all than may follow at once. */
    @Test
    void pagesThatOpenAtTheSameMomentAreAllToldWhatChanges() throws Exception {
        for (int round = 0; round < 12; round++) {
            var topic = "count%2F" + round;
            var streams = new ArrayList<Stream>();
            try {
                var opening = new ArrayList<Thread>();
                for (int i = 0; i < 4; i++) {
                    var thread = new Thread(() -> {
                        try {
                            var stream = follow(topic, "");
                            synchronized (streams) {
                                streams.add(stream);
                            }
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
                    opening.add(thread);
                    thread.start();
                }
                for (var thread : opening) {
                    thread.join();
                }
                assertThat(streams).hasSize(4);
                for (var stream : streams) {
                    stream.next();
                }
            } finally {
                for (var stream : streams) {
                    stream.close();
                }
            }
        }
    }

    @Test
    void whatWasNamedLongBeforeItIsFollowedIsAsked() throws Exception {
        try (var hub = new LiveHub(List.of(served.matters), Duration.ofSeconds(30))) {
            var first = hub.topics(List.of("count"));
            assertThat(hub.topics(List.of("count"))).containsExactlyElementsOf(first);
            Thread.sleep(500);

            hub.add(new Follower(first, "", READER, Callback.NOOP));

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (first.get(0).state().isEmpty() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(first.get(0).state()).isPresent();
        }
    }

    @Test
    void aTopicIsAskedOnceHoweverManyFollowItAndNotAtAllWithoutAny() throws Exception {
        var streams = new ArrayList<Stream>();
        for (int i = 0; i < 10; i++) {
            streams.add(follow("count", ""));
        }
        for (var stream : streams) {
            stream.next();
        }
        long before = served.matters.asked.get();
        Thread.sleep(2000);
        assertThat(served.matters.asked.get() - before).isBetween(2L, 10L);
        for (var stream : streams) {
            stream.close();
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        for (long asked = -1; asked != served.matters.asked.get() && System.nanoTime() < end; ) {
            asked = served.matters.asked.get();
            served.matters.count.incrementAndGet();
            Thread.sleep(1500);
        }
        assertThat(System.nanoTime()).as("nobody asks any more").isLessThan(end);
    }

    @Test
    void morePagesThanThatAreSentAway() throws Exception {
        var streams = new ArrayList<Stream>();
        for (int i = 0; i < LiveHub.MOST_FOLLOWERS; i++) {
            streams.add(follow("count", ""));
            streams.get(i).next();
        }
        assertThat(served.get("/api/live?topics=count").statusCode()).isEqualTo(503);
        for (var stream : streams) {
            stream.close();
        }
    }

    @Test
    void aTopicThatNobodyKnowsIsRefused() throws Exception {
        var answer =
                served.client.send(served.to("/api/live?topics=nothing").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Served.fields(answer).text("error")).isEqualTo("topic = nothing: is not there.");
        assertThat(served.get("/api/live?topics=" + "count,".repeat(20)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aServerThatEndsEndsItsStreams() throws Exception {
        try (var stream = follow("count", "")) {
            stream.next();
            served.close();
            assertThat(stream.reader().readLine()).isNotEqualTo("data: x");
        }
    }
}

package dev.sweetspot.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One page that follows live events. At most one write is under way, and the next one is made of the states of then: a page that
 * reads slowly gets fewer events, and costs no more memory.
 */
final class Follower {
    /** At most five events a second: people see no more, and pages have other things to do. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Whoever hears nothing for so long hears at least that the server is there. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final List<LiveHub.Topic> topics;
    private final Response response;
    private final Callback callback;

    /** For each topic the mark of the state that the page has. */
    private final String[] marks;

    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile long wroteAt = System.nanoTime() - HEARTBEAT.toNanos();

    /** @param lastEvent what the page had before its connection broke; empty where it had none */
    Follower(List<LiveHub.Topic> topics, String lastEvent, Response response, Callback callback) {
        this.topics = List.copyOf(topics);
        this.response = response;
        this.callback = callback;
        this.marks = new String[topics.size()];
        Arrays.fill(marks, "-");
        var before = lastEvent.split(",", -1);
        if (before.length == marks.length) {
            System.arraycopy(before, 0, marks, 0, marks.length);
        }
    }

    List<LiveHub.Topic> topics() {
        return topics;
    }

    boolean ended() {
        return ended.get();
    }

    /**
     * Sends what is new, if nothing is under way.
     *
     * @param patience who reads nothing for so long is let go, and so is what waits to be read
     */
    void flush(Duration patience) {
        long silent = System.nanoTime() - wroteAt;
        if (writing.get() && silent > patience.toNanos()) {
            broken(new TimeoutException("a page reads nothing of what it follows"));
            return;
        }
        if (ended.get() || silent < PAUSE.toNanos() || !writing.compareAndSet(false, true)) {
            return;
        }
        var text = news();
        if (text.isEmpty() && silent >= HEARTBEAT.toNanos()) {
            text = ":\n\n";
        }
        if (text.isEmpty()) {
            writing.set(false);
            return;
        }
        wroteAt = System.nanoTime();
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        response.write(false, bytes, Callback.from(() -> writing.set(false), this::broken));
    }

    private String news() {
        var text = new StringBuilder();
        for (int i = 0; i < marks.length; i++) {
            var state = topics.get(i).state();
            if (state.isPresent() && !state.get().mark().equals(marks[i])) {
                marks[i] = state.get().mark();
                // JSON of one line: no line break can end the event early.
                text.append("id: ")
                        .append(Arrays.stream(marks).collect(Collectors.joining(",")))
                        .append("\ndata: ")
                        .append(state.get().text())
                        .append("\n\n");
            }
        }
        return text.toString();
    }

    /** The page is gone. */
    void broken(Throwable failure) {
        if (ended.compareAndSet(false, true)) {
            callback.failed(failure);
        }
    }

    /** The server ends. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            callback.succeeded();
        }
    }
}

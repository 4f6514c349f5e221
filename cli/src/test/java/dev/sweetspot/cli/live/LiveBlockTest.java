package dev.sweetspot.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveBlockTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch said = new CountDownLatch(1);

    /** The view of a job answers for its frames, and says its lines, under one lock. */
    @Test
    void aLineCanBeSaidWhileAFrameIsMade() throws Exception {
        var speaker = new Thread(this::sayWhileThePainterWaits);
        speaker.setDaemon(true);
        speaker.start();

        assertThat(said.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("a line\n", "the frame\n");
    }

    private synchronized void sayWhileThePainterWaits() {
        try (var terminal = new PrintStream(out, true, StandardCharsets.UTF_8);
                var block = new LiveBlock(terminal, this::frame)) {
            asked.await();
            block.say("a line");
            said.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> frame() {
        asked.countDown();
        synchronized (this) {
            return List.of("the frame");
        }
    }
}

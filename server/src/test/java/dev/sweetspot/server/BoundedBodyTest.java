package dev.sweetspot.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What requests bring along. */
class BoundedBodyTest {
    @Test
    void whatTricklesInIsRefused() {
        var trickle = new InputStream() {
            @Override
            public int read() {
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        var body = new BoundedBody(trickle, 1_000_000, Duration.ofMillis(100));
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 1000; i++) {
                        body.read();
                    }
                })
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must arrive within");
    }

    @Test
    void asManyBytesAsThereMayBeAreTakenAndNotOneMore() throws Exception {
        assertThat(new BoundedBody(new ByteArrayInputStream(new byte[10]), 10).readAllBytes())
                .hasSize(10);
        assertThatThrownBy(() -> new BoundedBody(new ByteArrayInputStream(new byte[11]), 10).readAllBytes())
                .hasMessageContaining("more than 10 bytes");
        assertThatThrownBy(() -> new BoundedBody(new ByteArrayInputStream(new byte[11]), 10).skipNBytes(11))
                .hasMessageContaining("more than 10 bytes");
    }
}

package dev.sweetspot.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sweetspot.data.image.ImageDecoder;
import dev.sweetspot.data.image.RawImage;
import dev.sweetspot.studio.project.Pictures;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DecodingTest {
    @Test
    void anImageThatTakesTooLongIsGivenUpAndOthersAreNot() throws IOException {
        var never = new CountDownLatch(1);
        try (var decoding = new Decoding(Duration.ofSeconds(1))) {
            assertThatThrownBy(() -> decoding.within(() -> stuck(never)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("takes longer than 1 s to decode");
            var good = decoding.within(() -> ImageDecoder.decode(Pictures.png(5, 6, 1)));
            assertThat(good.height()).isEqualTo(6);
        }
        never.countDown();
    }

    @Test
    void whenTooManyAreStuckNothingMoreIsLookedAt() {
        var never = new CountDownLatch(1);
        try (var decoding = new Decoding(Duration.ofMillis(20))) {
            for (int i = 0; i < 8; i++) {
                assertThatThrownBy(() -> decoding.within(() -> stuck(never))).hasMessageContaining("takes longer");
            }
            assertThatThrownBy(() -> decoding.within(() -> ImageDecoder.decode(Pictures.png(5, 6, 1))))
                    .hasMessageContaining("others before it take too long");
        }
        never.countDown();
    }

    @Test
    void whatTheDecoderSaysIsTheReason() {
        try (var decoding = new Decoding(Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> decoding.within(() -> ImageDecoder.decode(new byte[0])))
                    .hasMessage("is empty");
            assertThatThrownBy(() -> decoding.within(() -> {
                        throw new IllegalStateException("inside");
                    }))
                    .hasMessage("cannot be read");
        }
    }

    /** As a decoder that nobody can stop. */
    private static RawImage stuck(CountDownLatch until) {
        while (until.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
        throw new IllegalStateException();
    }
}

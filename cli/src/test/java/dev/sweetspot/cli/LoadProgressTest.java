package dev.sweetspot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
    private static String said(Duration aWhile, Duration takes, boolean reports) {
        return Ran.captured(() -> {
                    try (var progress = new LoadProgress("wells.csv", new OutputOptions(), aWhile)) {
                        if (reports) {
                            progress.at(1, 2);
                        }
                        Thread.sleep(takes.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 0;
                })
                .err();
    }

    @Test
    void ofWhatIsReadInOnePieceIsSaidThatItIsRead() {
        assertThat(said(Duration.ofMillis(10), Duration.ofSeconds(1), false).lines())
                .containsExactly("Reading wells.csv ...");
    }

    @Test
    void nothingIsSaidWhereThatIsQuickOrIsSaidOtherwise() {
        assertThat(said(Duration.ofHours(1), Duration.ZERO, false)).isEmpty();
        assertThat(said(Duration.ofHours(1), Duration.ZERO, true)).isEmpty();
    }
}

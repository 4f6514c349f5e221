package dev.sweetspot.job.planted;

import java.time.Instant;

/** Planted. */
public final class LooksAtTheInstant {
    Instant planted() {
        return Instant.now();
    }
}
